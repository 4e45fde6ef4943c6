import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { madeUpSender } from "./sender.ts";

type Happening = { account: string; type: string; id: string; challenge?: string };

/** The request the made-up platform would make, signed with an account's key. */
export function signedBy(key: string, event: Happening): Request {
  const body = JSON.stringify(event);
  const headers = { "x-signal-signature": hmacSha256(key, body) };
  return new Request("http://localhost:3000/api/webhooks/signal", { method: "POST", body, headers });
}

/** Delivers something as the made-up platform would. */
export const deliver = (key: string, event: Happening) => receiver(madeUpSender)(signedBy(key, event));
