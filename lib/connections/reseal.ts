import "server-only";
import type { Sealed } from "#lib/crypto/vault.ts";
import { secretsVault } from "./secrets-vault.ts";

/** What is sealed for this place, anew under the newest key. Null when no key opens it. */
export async function reseal(ciphertext: string, place: string): Promise<Sealed | null> {
  const { open, seal } = secretsVault();
  const opened = await open(ciphertext, place);
  return opened.ok ? seal(opened.value, place) : null;
}
