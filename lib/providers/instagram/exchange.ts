import { z } from "zod";
import type { Answer, AppCredentials, Grant } from "../connect-contract.ts";
import { callMeta } from "../meta/call-meta.ts";
import { instagramErrorRows } from "./error-rows.ts";
import { longLivedToken } from "./long-lived-token.ts";
import { Permissions } from "./permissions.ts";
import { readProfile } from "./profile.ts";
import { instagramScopes } from "./scopes.ts";
import { keepSecrets } from "./secrets.ts";

const ShortLived = z.object({ access_token: z.string().min(1), permissions: Permissions });

// Documented in a list of one, and answered flat. Its `user_id` may be a number too long to be read: `/me` has it as text.
const TokenAnswer = z.union([
  z.object({ data: z.tuple([ShortLived]) }).transform(({ data }) => data[0]),
  ShortLived,
]);

/** Code to a token of an hour to one of 60 days, and who it is that gave it. */
export async function exchangeInstagramCode(
  app: AppCredentials,
  { code, redirectUri }: { code: string; redirectUri: string },
): Promise<Answer<Grant>> {
  const form = {
    client_id: app.clientId,
    client_secret: app.clientSecret,
    grant_type: "authorization_code",
    redirect_uri: redirectUri,
    // The fragment Instagram adds to the address has been seen inside the code.
    code: code.replace(/#_$/, ""),
  };
  const call = { host: "api.instagram.com", path: "/oauth/access_token", method: "POST" as const, form };
  const shortLived = await callMeta(call, TokenAnswer, instagramErrorRows);
  if (!shortLived.ok) return shortLived;

  const { access_token, permissions } = shortLived.value.body;
  const longLived = await longLivedToken("/access_token", {
    grant_type: "ig_exchange_token",
    client_secret: app.clientSecret,
    access_token,
  });
  if (!longLived.ok) return longLived;

  const { accessToken, expiresAt } = longLived.value;
  const profile = await readProfile(app, accessToken);
  if (!profile.ok) return profile;

  // Silence is not a refusal: what is missing shows when it is first used.
  const granted = permissions ?? instagramScopes.map(({ scope }) => scope);
  const secrets = keepSecrets({ accessToken, expiresAt, permissions: granted });
  return { ok: true, value: { secrets, authorizedBy: profile.value.id } };
}
