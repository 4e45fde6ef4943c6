import { z } from "zod";
import type { Answer } from "../connect-contract.ts";
import { callMeta } from "../meta/call-meta.ts";
import { instagramErrorRows } from "./error-rows.ts";
import { Permissions } from "./permissions.ts";

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  // Seconds. A missing one must not become a day that is no day.
  expires_in: z.coerce.number().positive().nullish().catch(null),
  permissions: Permissions.catch(null),
});

export type LongLivedToken = { accessToken: string; expiresAt: Date | null; permissions: string[] | null };

/** A token of 60 days, for one of an hour (`/access_token`) or for an older one of 60 days (`/refresh_access_token`). */
export async function longLivedToken(
  path: "/access_token" | "/refresh_access_token",
  query: Record<string, string>,
): Promise<Answer<LongLivedToken>> {
  const answer = await callMeta(
    { host: "graph.instagram.com", path, query },
    TokenAnswer,
    instagramErrorRows,
  );
  if (!answer.ok) return answer;

  const { access_token: accessToken, expires_in: seconds, permissions } = answer.value.body;
  const expiresAt = seconds ? new Date(Date.now() + seconds * 1000) : null;
  return { ok: true, value: { accessToken, expiresAt, permissions } };
}
