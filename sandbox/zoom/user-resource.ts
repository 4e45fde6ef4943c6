import { createHash } from "node:crypto";
import type { ZoomUser } from "./types.ts";

/** What `/users/me` tells. */
export function userResource({ id, accountId, email, firstName, lastName, plan, timezone }: ZoomUser) {
  const pmi = Number(
    `9${String(createHash("sha256").update(id).digest().readUInt32BE(0)).padStart(10, "0").slice(0, 9)}`,
  );
  return {
    id,
    account_id: accountId,
    account_number: 80_012_345,
    email,
    first_name: firstName,
    last_name: lastName,
    display_name: `${firstName} ${lastName}`,
    type: plan === "licensed" ? 2 : 1,
    role_name: "Owner",
    role_id: "0",
    pmi,
    use_pmi: false,
    personal_meeting_url: `https://us06web.zoom.us/j/${pmi}`,
    timezone,
    language: "en-US",
    pic_url: "",
    status: "active",
    verified: 1,
    created_at: "2023-03-01T09:00:00Z",
    user_created_at: "2023-03-01T09:00:00Z",
    last_login_time: "2026-11-20T08:00:00Z",
    dept: "",
    company: "",
    job_title: "",
    location: "",
    phone_numbers: [],
    group_ids: [],
    login_types: [100],
    jid: `${id.toLowerCase()}@xmpp.zoom.us`,
    cluster: "us06",
  };
}
