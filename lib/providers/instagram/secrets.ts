import { z } from "zod";
import type { Secrets } from "../connect-contract.ts";

/**
 * What an Instagram grant is kept as. Instagram tells the permissions and the end of a token only when it hands one out, so
 * they are kept beside it.
 */
export type InstagramSecrets = { accessToken: string; permissions: string[]; expiresAt: Date | null };

const Kept = z.object({
  accessToken: z.string().default(""),
  permissions: z.string().default(""),
  expiresAt: z.coerce.date().nullable().default(null).catch(null),
});

export function openSecrets(secrets: Secrets): InstagramSecrets {
  const { accessToken, permissions, expiresAt } = Kept.parse(secrets);
  return { accessToken, permissions: permissions.split(",").filter(Boolean), expiresAt };
}

export function keepSecrets({ accessToken, permissions, expiresAt }: InstagramSecrets): Secrets {
  return {
    accessToken,
    permissions: permissions.join(","),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  };
}
