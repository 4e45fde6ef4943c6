import { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { callInstagram } from "./call-instagram.ts";

const id = z.union([z.string().regex(/^\d+$/), z.int().nonnegative().transform(String)]);
const text = z.string().min(1).nullish().catch(null);

const Node = z.object({
  /** Known to this app alone; what Meta's callbacks call the account. */
  id,
  /** The professional account, as webhooks and paths call it. */
  user_id: id.nullish(),
  username: text,
  name: text,
  account_type: text,
  profile_picture_url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
  followers_count: z.int().nullish().catch(null),
  media_count: z.int().nullish().catch(null),
});

// Printed in a list of one, and answered flat.
const Profile = z.union([z.object({ data: z.tuple([Node]) }).transform(({ data }) => data[0]), Node]);

export type InstagramProfile = z.output<typeof Node> & { appliedVersion: string | null };

const fields = Object.keys(Node.shape).join(",");

/** Whose token this is. An id that came as a number has lost digits by the time we see it, and counts as no answer. */
export async function readProfile(app: AppCredentials, token: string): Promise<Answer<InstagramProfile>> {
  const answer = await callInstagram(app, { path: "me", token, parameters: { fields } }, Profile);
  if (!answer.ok) return answer;

  const { body, appliedVersion } = answer.value;
  return { ok: true, value: { ...body, appliedVersion } };
}

/** Only business and creator accounts have messages, comments and figures for apps. The spelling differs by page. */
export function isPersonal({ account_type: type, user_id: userId }: InstagramProfile): boolean {
  return !userId || type?.toLowerCase() === "personal";
}
