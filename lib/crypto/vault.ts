import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, errors } from "jose";
import { fail, ok, type Result } from "#lib/result.ts";

type Key = { kid: string; key: Uint8Array };

/** The first key encrypts, all of them decrypt: put a new one in front, rotate, then drop the old. */
export type VaultKeys = readonly [Key, ...Key[]];

export type Sealed = { ciphertext: string; keyId: string };

/** `not-bound-here`: whole and genuine, but sealed for another place: a copied row. */
export type OpenFailure = "unknown-key" | "not-bound-here" | "damaged";

/** Not a registered header name; marked critical so that no other reader ignores it. */
const bindingHeader = "bound";

/**
 * Encrypts secrets as JWE (`dir`, A256GCM) with the key's id in the header. Each is bound to the place named by
 * `binding`, such as `connection:<id>`, and opens nowhere else. Failures never carry the text or the key.
 */
export function vault(keys: VaultKeys) {
  return {
    newestKeyId: keys[0].kid,

    /** The key a text says it was sealed with; null when it says nothing. Only `open` proves it. */
    keyIdOf,

    async seal(secrets: unknown, binding: string): Promise<Sealed> {
      const { kid, key } = keys[0];
      const ciphertext = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(secrets)))
        .setProtectedHeader({
          alg: "dir",
          enc: "A256GCM",
          kid,
          crit: [bindingHeader],
          [bindingHeader]: binding,
        })
        .encrypt(key, { crit: { [bindingHeader]: true } });
      return { ciphertext, keyId: kid };
    },

    /** What was sealed, as parsed JSON; check its shape, since an older version may have written it. */
    async open(ciphertext: string, binding: string): Promise<Result<unknown, OpenFailure>> {
      const kid = keyIdOf(ciphertext);
      if (kid === null) return fail("damaged");

      const named = keys.find((key) => key.kid === kid);
      if (!named) return fail("unknown-key");

      try {
        const { plaintext, protectedHeader } = await compactDecrypt(ciphertext, named.key, {
          crit: { [bindingHeader]: true },
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        });
        if (protectedHeader[bindingHeader] !== binding) return fail("not-bound-here");
        return ok(JSON.parse(new TextDecoder().decode(plaintext)));
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof SyntaxError) return fail("damaged");
        throw error;
      }
    },
  };
}

function keyIdOf(ciphertext: string): string | null {
  try {
    return decodeProtectedHeader(ciphertext).kid ?? null;
  } catch {
    return null;
  }
}
