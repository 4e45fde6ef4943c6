import { z } from "zod";
import type { Secrets } from "../connect-contract.ts";
import { twilio } from "./api.ts";

const MediaList = z.object({
  media_list: z.array(z.object({ sid: z.string().regex(/^ME[0-9a-fA-F]{32}$/), content_type: z.string() })),
});

/** A message's files as its webhook would have named them; none when Twilio does not say. The message counts without them. */
export async function listedMedia(secrets: Secrets, messageSid: string): Promise<Record<string, string>> {
  const path = `/2010-04-01/Accounts/${encodeURIComponent(secrets.accountSid ?? "")}/Messages/${encodeURIComponent(messageSid)}/Media`;
  const answer = await twilio(secrets, { host: "api.twilio.com", path: `${path}.json` }, MediaList);
  if (!answer.ok) return {};

  return Object.fromEntries(
    answer.value.media_list.flatMap(({ sid, content_type: type }, index) => [
      [`MediaContentType${index}`, type],
      [`MediaUrl${index}`, `https://api.twilio.com${path}/${sid}`],
    ]),
  );
}
