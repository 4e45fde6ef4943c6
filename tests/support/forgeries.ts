import { createHmac } from "node:crypto";

export type Forgery = { path: string; method: string; headers: Record<string, string>; body: Buffer };

type Options = { secret: string; pageId: string; seed?: number };

/**
 * Deliveries without end that nobody may have accepted: signed by someone else, not at all, or over something else; cut,
 * garbled, made of noise; and some that are truly signed and hold nothing that could be read. The same for the same seed.
 */
export function* forgeries({ secret, pageId, seed = 1 }: Options): Generator<Forgery, never> {
  const random = randomness(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const oneOf = <Value>(values: readonly Value[]): Value => values[upTo(values.length)] as Value;
  const noise = (most: number) => Buffer.from(Array.from({ length: upTo(most) }, () => upTo(256)));
  const hex = (length: number) => Array.from({ length }, () => upTo(16).toString(16)).join("");
  const hmac = (key: string, body: Buffer) => createHmac("sha256", key).update(body).digest("hex");

  const message = () => ({
    object: oneOf(["page", "instagram", "whatsapp_business_account", "user", "__proto__", ""]),
    entry: [
      {
        id: pageId,
        time: upTo(2 ** 31),
        messaging: [{ message: { mid: `forged ${hex(16)}`, text: noise(40) } }],
      },
    ],
  });
  const genuineLooking = () => Buffer.from(JSON.stringify(message()));
  const bent = (body: Buffer) => {
    const at = upTo(body.length);
    return oneOf([
      () => body.subarray(0, at),
      () => Buffer.concat([body.subarray(0, at), noise(20), body.subarray(at)]),
      () => Buffer.concat([body, body]),
      () => noise(2_000),
      () => Buffer.from(`${"[".repeat(upTo(5_000))}`),
    ])();
  };

  const meta: (() => Pick<Forgery, "headers" | "body">)[] = [
    () => ({ headers: {}, body: oneOf([genuineLooking(), noise(500)]) }),
    () => signedByMeta(hmac("not the secret", genuineLooking()), genuineLooking()),
    () => signedByMeta(hex(oneOf([0, 1, 63, 64, 65, 640])), bent(genuineLooking())),
    () => {
      const body = genuineLooking();
      return signedByMeta(hmac(secret, body), Buffer.concat([body, Buffer.from(" ")]));
    },
    () => {
      const body = genuineLooking();
      return signedByMeta(hmac(secret, body).toUpperCase(), body);
    },
    () => {
      const body = genuineLooking();
      const sha1 = createHmac("sha1", secret).update(body).digest("hex");
      return { headers: { "x-hub-signature": `sha1=${sha1}` }, body };
    },
    () => {
      // Truly signed, and no JSON: what it begins with closes nothing that was opened.
      const body = Buffer.concat([Buffer.from("}"), bent(genuineLooking())]);
      return signedByMeta(hmac(secret, body), body);
    },
  ];
  const zoom: typeof meta = [
    () => ({ headers: {}, body: genuineLooking() }),
    () => ({
      headers: signedByZoom(`v0=${hex(64)}`, String(Math.floor(Date.now() / 1_000))),
      body: genuineLooking(),
    }),
    () => ({
      headers: signedByZoom(hex(upTo(70)), oneOf(["", "0", "-1", "1e9", hex(10)])),
      body: bent(genuineLooking()),
    }),
    () => {
      const body = genuineLooking();
      const long = String(Math.floor(Date.now() / 1_000) - 90_000);
      const digest = hmac(secret, Buffer.concat([Buffer.from(`v0:${long}:`), body]));
      return { headers: signedByZoom(`v0=${digest}`, long), body };
    },
  ];
  const twilio: typeof meta = [
    () => ({ headers: {}, body: form({ AccountSid: `AC${hex(32)}`, Body: "forged" }) }),
    () => ({
      headers: { "x-twilio-signature": noise(30).toString("base64") },
      body: form({
        AccountSid: oneOf([`AC${hex(32)}`, "AC", "", pageId]),
        MessageSid: `SM${hex(32)}`,
        Body: "forged",
      }),
    }),
    () => ({
      headers: { "x-twilio-signature": `${hex(27)}=` },
      body: bent(form({ AccountSid: `AC${hex(32)}` })),
    }),
    () => ({
      headers: { "x-twilio-signature": `${hex(27)}=` },
      body: Buffer.from("a=1&".repeat(upTo(1_500))),
    }),
  ];
  const doors = [
    { path: "/api/webhooks/meta", kinds: meta },
    { path: "/api/webhooks/zoom", kinds: zoom },
    { path: "/api/webhooks/twilio", kinds: twilio },
    { path: "/api/webhooks/twilio/status", kinds: twilio },
  ];

  for (;;) {
    const { path, kinds } = oneOf(doors);
    const { headers, body } = oneOf(kinds)();
    const method = upTo(20) === 0 ? oneOf(["PUT", "PATCH", "DELETE", "OPTIONS"]) : "POST";
    const query = upTo(10) === 0 ? `?${new URLSearchParams({ bodySHA256: hex(64), [hex(4)]: hex(8) })}` : "";
    yield { path: path + query, method, headers: { ...oddHeaders(oneOf, hex), ...headers }, body };
  }
}

const signedByMeta = (digest: string, body: Buffer) => ({
  headers: { "x-hub-signature-256": `sha256=${digest}` },
  body,
});
const signedByZoom = (signature: string, timestamp: string) => ({
  "x-zm-signature": signature,
  "x-zm-request-timestamp": timestamp,
});
const form = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString());

function oddHeaders(oneOf: <Value>(values: readonly Value[]) => Value, hex: (length: number) => string) {
  return {
    "content-type": oneOf([
      "application/json",
      "text/plain",
      "application/x-www-form-urlencoded",
      `${hex(8)}/${hex(200)}`,
    ]),
    "user-agent": hex(oneOf([0, 20, 2_000])),
    ...oneOf<Record<string, string>>([
      {},
      {},
      { "content-encoding": "gzip" },
      { "x-forwarded-for": hex(300) },
    ]),
  };
}

/** Mulberry32: small, and the same everywhere. */
function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
