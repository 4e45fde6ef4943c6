import { iso } from "./iso.ts";
import type { Participant } from "./types.ts";

/** One stay in the list of who came; guests have no id. */
export function participantResource(
  { userId, name, zoomId, email, joinedAt, leftAt }: Participant,
  endedAt: number,
) {
  const left = leftAt ?? endedAt;
  return {
    id: zoomId ?? "",
    user_id: userId,
    name,
    user_email: email ?? "",
    registrant_id: "",
    join_time: iso(joinedAt),
    leave_time: iso(left),
    duration: Math.round((left - joinedAt) / 1_000),
    status: "in_meeting",
    failover: false,
    internal_user: false,
  };
}
