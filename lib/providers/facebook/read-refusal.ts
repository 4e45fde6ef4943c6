import type { DialogRefusal } from "../dialog-connect.ts";
import { facebookRefusals } from "./refusals.ts";

/**
 * The dialog's no, in its two shapes: a person who cancels comes back with `error`, a dialog that refuses with `error_code`
 * and `error_message` alone. Null when there is a code instead.
 */
export function readFacebookRefusal(query: URLSearchParams): DialogRefusal | null {
  if (query.get("error") === "access_denied" || query.get("error_reason") === "user_denied") {
    return { kind: "cancelled" };
  }
  const isRefused = ["error", "error_code", "error_message"].some((name) => query.has(name));
  if (!isRefused && query.get("code")) return null;

  // Only sentences of our own: anyone can put any text into an address.
  const code = query.get("error_code") ?? "";
  const known = Object.hasOwn(facebookRefusals, code) ? code : "unlisted";
  const reason = isRefused ? known : "incomplete";
  return { kind: "refused", reason, sentence: facebookRefusals[reason] ?? "" };
}
