import { z } from "zod";
import type { Answer, AppCredentials, ProviderFault } from "../connect-contract.ts";
import type { MetaErrorRow } from "./error-row.ts";
import { metaFault } from "./errors.ts";
import { graph } from "./graph.ts";
import { misshapen } from "./misshapen.ts";
import { readTokenError } from "./read-token-error.ts";

const text = z.union([z.string(), z.number()]).transform(String);
/** Seconds since 1970; 0 and absence both mean that there is no such day. */
const instant = z
  .number()
  .optional()
  .transform((seconds) => (seconds ? new Date(seconds * 1000) : null));

const Dead = z.object({ data: z.object({ is_valid: z.literal(false) }) });

const Described = z.object({
  data: z.object({
    is_valid: z.literal(true),
    app_id: text.optional(),
    type: z.string().optional(),
    profile_id: text.optional(),
    user_id: text.optional(),
    expires_at: instant,
    scopes: z.array(z.string()).default([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(text).optional() }))
      .default([]),
  }),
});

export type TokenDescription = {
  appId: string | null;
  type: string | null;
  profileId: string | null;
  userId: string | null;
  expiresAt: Date | null;
  scopes: string[];
  /** Per permission the only accounts it reaches; a permission that is not listed reaches all. */
  targets: ReadonlyMap<string, readonly string[]>;
  appliedVersion: string | null;
};

/** Asks Meta what a token is. A dead one is a fault with the reason of its death, although Meta answers that with 200. */
export async function debugToken(
  app: AppCredentials,
  token: string,
  rows?: readonly MetaErrorRow[],
): Promise<Answer<TokenDescription>> {
  const parameters = { input_token: token, access_token: `${app.clientId}|${app.clientSecret}` };
  const answer = await graph(app, { path: "debug_token", parameters }, z.unknown());
  if (!answer.ok) return answer.error.code === "100" ? ofAnotherApp(answer.error) : aboutTheApp(answer.error);

  const { body } = answer.value;
  if (Dead.safeParse(body).success) return { ok: false, error: metaFault(readTokenError(body), null, rows) };

  const described = Described.safeParse(body);
  if (!described.success) return { ok: false, error: misshapen };
  const { data } = described.data;
  return {
    ok: true,
    value: {
      appId: data.app_id ?? null,
      type: data.type ?? null,
      profileId: data.profile_id ?? null,
      userId: data.user_id ?? null,
      expiresAt: data.expires_at,
      scopes: data.scopes,
      targets: new Map(
        data.granular_scopes.flatMap(({ scope, target_ids }) =>
          target_ids && target_ids.length > 0 ? [[scope, target_ids]] : [],
        ),
      ),
      appliedVersion: answer.value.appliedVersion,
    },
  };
}

/** Meta describes a token to the app it was made for, and to no other. */
function ofAnotherApp(fault: ProviderFault): Answer<never> {
  const sentence = "The access belongs to another Meta app.";
  return { ok: false, error: { ...fault, kind: "wrong_token", sentence, nextStep: "Reconnect it." } };
}

/** This call is made as the app, so a dead grant in its error is our id and secret, never the token asked about. */
function aboutTheApp(fault: ProviderFault): Answer<never> {
  if (fault.kind !== "reauthorize" && fault.kind !== "rejected") return { ok: false, error: fault };
  return {
    ok: false,
    error: {
      ...fault,
      kind: "misconfigured",
      sentence: "Meta does not accept this installation's app id and secret.",
      nextStep: "Compare META_APP_ID and META_APP_SECRET with the app's settings at Meta.",
    },
  };
}
