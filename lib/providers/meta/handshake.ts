import { sameText } from "#lib/crypto/same-text.ts";
import type { Reading } from "../contract.ts";

const longestChallenge = 512;

/** Answers Meta's question whether this address is ours, asked whenever someone saves it in the app's dashboard. */
export function answerHandshake(url: URL, verifyToken: string | undefined): Reading {
  if (!verifyToken) return { kind: "refused", reason: "not_configured", status: 503 };

  const challenge = url.searchParams.get("hub.challenge");
  const genuine =
    url.searchParams.get("hub.mode") === "subscribe" &&
    sameText(url.searchParams.get("hub.verify_token") ?? "", verifyToken);
  if (!genuine || challenge === null || challenge.length > longestChallenge) {
    return { kind: "refused", reason: "bad_handshake", status: 403 };
  }

  // The challenge comes back byte for byte; as plain text that no browser sniffs, it cannot do harm.
  const headers = { "content-type": "text/plain", "x-content-type-options": "nosniff" };
  return { kind: "answer", status: 200, headers, body: challenge };
}
