import { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import { zoomApi } from "./api.ts";

const text = z.string().optional().catch(undefined);

// Only the id is needed; a field that is missing or odd must not stop anyone from connecting.
const User = z.object({
  id: z.string().min(1),
  account_id: text,
  email: text,
  display_name: text,
  first_name: text,
  last_name: text,
  type: z.coerce.number().optional().catch(undefined),
  status: text,
  timezone: text,
  pic_url: text,
});

export type ZoomUser = z.output<typeof User>;

/** The person whose token it is. */
export function zoomUser(secrets: Secrets): Promise<Answer<ZoomUser>> {
  return zoomApi(secrets, "users/me", User);
}
