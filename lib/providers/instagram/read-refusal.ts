import type { DialogRefusal } from "../dialog-connect.ts";

/** Why the dialog refuses, in two words of ours: Instagram lists no codes. */
export const instagramRefusals: Readonly<Record<string, string>> = {
  unlisted:
    "Instagram did not allow it. While the Meta app is in development, only accounts with a role in it can connect.",
  incomplete: "Instagram's answer was incomplete.",
};

/** The dialog's no, whether a person said it or Instagram did. Null when there is a code instead. */
export function readInstagramRefusal(query: URLSearchParams): DialogRefusal | null {
  if (query.get("error") === "access_denied" || query.get("error_reason") === "user_denied") {
    return { kind: "cancelled" };
  }
  const isRefused = ["error", "error_code", "error_message", "error_type"].some((name) => query.has(name));
  if (!isRefused && query.get("code")) return null;

  const reason = isRefused ? "unlisted" : "incomplete";
  return { kind: "refused", reason, sentence: instagramRefusals[reason] ?? "" };
}
