import "server-only";
import { vault } from "#lib/crypto/vault.ts";
import { env } from "#lib/env.ts";

/** The vault under this installation's keys. */
export const secretsVault = () => vault(env.TOKEN_ENCRYPTION_KEYS);

/** The place a connection's secrets are bound to. */
export const connectionPlace = (connectionId: string) => `connection:${connectionId}`;

/** The place that what an attempt to connect must keep secret is bound to. */
export const attemptPlace = (attemptId: string) => `oauth-session:${attemptId}`;
