import { randomInt } from "node:crypto";

export type Verification = { ok: boolean; status: number | null; body: string; expected: string };

/** The handshake: the callback must answer 200 with the challenge, byte for byte. */
export async function verifyCallback(
  url: string,
  verifyToken: string,
  timeoutMs: number,
): Promise<Verification> {
  const expected = String(randomInt(100_000_000, 2_000_000_000));
  const address = new URL(url);
  address.searchParams.set("hub.mode", "subscribe");
  address.searchParams.set("hub.challenge", expected);
  address.searchParams.set("hub.verify_token", verifyToken);

  try {
    const response = await fetch(address, {
      headers: { "User-Agent": "facebookplatform/1.0 (+http://developers.facebook.com)", Accept: "*/*" },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const ok = response.status === 200 && bytes.equals(Buffer.from(expected));
    return { ok, status: response.status, body: bytes.subarray(0, 500).toString(), expected };
  } catch {
    return { ok: false, status: null, body: "", expected };
  }
}
