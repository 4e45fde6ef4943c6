import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { vault } from "#lib/crypto/vault.ts";
import { env } from "#lib/env.ts";
import { siteCookie } from "#lib/site-cookie.ts";

const minutesToChoose = 15;

const Mark = z.object({ expiresAt: z.number() });

const cookie = () => siteCookie("recovery");
const keys = () => vault(env.TOKEN_ENCRYPTION_KEYS);
const binding = (userId: string) => `recovery:${userId}`;

/**
 * Notes in this browser, sealed, that this person has just proved with a mail of ours who they are. That, and not
 * being signed in, is what lets them set a password without the old one.
 */
export async function markRecovery(userId: string): Promise<void> {
  const { name, options } = cookie();
  const expiresAt = Date.now() + minutesToChoose * 60_000;

  const { ciphertext } = await keys().seal({ expiresAt }, binding(userId));
  (await cookies()).set(name, ciphertext, { ...options, maxAge: minutesToChoose * 60 });
}

/** True for a quarter of an hour after this person, in this browser, opened a recovery mail. */
export async function hasRecovered(userId: string): Promise<boolean> {
  const sealed = (await cookies()).get(cookie().name)?.value;
  if (!sealed) return false;

  const opened = await keys().open(sealed, binding(userId));
  return opened.ok && (Mark.safeParse(opened.value).data?.expiresAt ?? 0) > Date.now();
}

export async function forgetRecovery(): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
