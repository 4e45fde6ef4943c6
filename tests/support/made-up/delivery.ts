import { hmacSha256 } from "#lib/crypto/hmac-sha256.ts";
import { receiver } from "#lib/webhooks/receiver.ts";
import { madeUpSender } from "./sender.ts";

/** Delivers something as the made-up platform would, signed with an account's key. */
export function deliver(
  key: string,
  event: { account: string; type: string; id: string; challenge?: string },
) {
  const body = JSON.stringify(event);
  return receiver(madeUpSender)(
    new Request("http://localhost:3000/api/webhooks/signal", {
      method: "POST",
      body,
      headers: { "x-signal-signature": hmacSha256(key, body).toString("hex") },
    }),
  );
}
