import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSignature } from "#lib/providers/zoom/signature.ts";
import { secret, vectors, z2, z4, z5 } from "./zoom-signature-vectors.ts";

const named = { name: "zoom", value: secret };
const now = new Date(1_795_248_010_000);
const url = new URL("http://localhost/api/webhooks/zoom");

function delivery(body: string | Uint8Array, given: Record<string, string | undefined>) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, value);
  return { method: "POST", url, headers, body: Buffer.from(body) };
}

function kindOf(
  body: string | Uint8Array,
  timestamp: string | undefined,
  signature: string | undefined,
  secrets = [named],
  at = now,
) {
  const headers = { "x-zm-request-timestamp": timestamp, "x-zm-signature": signature };
  return checkSignature(delivery(body, headers), secrets, at).kind;
}

const sign = (body: string | Uint8Array, timestamp: string, key = secret) =>
  `v0=${createHmac("sha256", key).update(`v0:${timestamp}:`).update(body).digest("hex")}`;

describe("the published vectors", () => {
  test.each(vectors)("$id is genuine, and only under its own secret", ({ body, timestamp, signature }) => {
    expect(kindOf(body, timestamp, signature)).toBe("genuine");
    expect(kindOf(body, timestamp, signature, [{ name: "zoom", value: "another" }])).toBe("wrong");
  });

  test.each([z4, z5])(
    "$id would fail if its body were read and written again",
    ({ body, timestamp, signature }) => {
      expect(kindOf(JSON.stringify(JSON.parse(body)), timestamp, signature)).toBe("wrong");
    },
  );

  test("what a re-serialised Z4 gives is what Zoom's own sample would have accepted, and is no signature", () => {
    const other = "v0=a898a82338c5c3f49e323c44a39548b0bdffcfc2432e3c1379ca2ca39799f8f2";
    expect(sign(JSON.stringify(JSON.parse(z4.body)), z4.timestamp)).toBe(other);
    expect(kindOf(z4.body, z4.timestamp, other)).toBe("wrong");
  });
});

describe("what must be refused", () => {
  const { body, timestamp, signature } = z2;

  test.each([
    ["another second", body, "1795248006", signature],
    ["another duration", body.replace('"duration":0', '"duration":1'), timestamp, signature],
    ["no v0=", body, timestamp, signature.slice(3)],
    ["upper-case hex", body, timestamp, `v0=${signature.slice(3).toUpperCase()}`],
    ["a prefix in upper case", body, timestamp, `V0=${signature.slice(3)}`],
    ["63 digits", body, timestamp, signature.slice(0, -1)],
    ["65 digits", body, timestamp, `${signature}0`],
    ["two values", body, timestamp, `${signature}, ${signature}`],
    ["a time that is no number", body, "now", sign(body, "now")],
    ["a time with a fraction", body, "1795248005.0", sign(body, "1795248005.0")],
    ["a time that holds part of the body", body.slice(1), `${timestamp}:{`, signature],
  ])("%s", (_, given, at, claimed) => {
    expect(kindOf(given, at, claimed)).toBe("wrong");
  });

  test("either header missing, or empty", () => {
    expect(kindOf(body, undefined, signature)).toBe("missing");
    expect(kindOf(body, timestamp, undefined)).toBe("missing");
    expect(kindOf(body, "", signature)).toBe("missing");
    expect(kindOf(body, timestamp, "")).toBe("missing");
  });
});

describe("the moment", () => {
  const at = (seconds: number) => new Date((Number(z2.timestamp) + seconds) * 1000);
  const kind = (seconds: number) => kindOf(z2.body, z2.timestamp, z2.signature, [named], at(seconds));

  test("may lie two hours back, since retries stretch to 85 minutes, and not more", () => {
    expect(kind(2 * 3600)).toBe("genuine");
    expect(kind(2 * 3600 + 1)).toBe("stale");
  });

  test("may lie five minutes ahead, for clocks that differ, and not more", () => {
    expect(kind(-300)).toBe("genuine");
    expect(kind(-301)).toBe("stale");
  });

  test("may be told in milliseconds", () => {
    const timestamp = `${z2.timestamp}000`;
    const signature = sign(z2.body, timestamp);
    expect(kindOf(z2.body, timestamp, signature, [named], at(2 * 3600))).toBe("genuine");
    expect(kindOf(z2.body, timestamp, signature, [named], at(2 * 3600 + 1))).toBe("stale");
  });

  test("is not asked about before the signature", () => {
    expect(kindOf(z2.body, z2.timestamp, sign(z2.body, z2.timestamp, "another"), [named], at(9999))).toBe(
      "wrong",
    );
  });
});

test("while the secret is being changed, either one signs", () => {
  const former = { name: "zoom-former", value: "the one before" };
  const signature = sign(z2.body, z2.timestamp, former.value);
  const headers = { "x-zm-request-timestamp": z2.timestamp, "x-zm-signature": signature };
  expect(checkSignature(delivery(z2.body, headers), [named, former], now)).toEqual({
    kind: "genuine",
    secret: former,
  });
});

describe("no mutation is accepted", () => {
  const bodies = fc.uint8Array({ minLength: 1, maxLength: 400 });
  const { timestamp } = z2;

  test("of the body: any other byte, any cut, any addition", () => {
    fc.assert(
      fc.property(
        bodies,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.uint8Array({ minLength: 1 }),
        (body, at, flip, more) => {
          const signature = sign(body, timestamp);
          const changed = Uint8Array.from(body);
          const index = at % body.length;
          changed[index] = (changed[index] ?? 0) ^ flip;
          expect(kindOf(body, timestamp, signature)).toBe("genuine");
          expect(kindOf(changed, timestamp, signature)).toBe("wrong");
          expect(kindOf(body.slice(0, -1), timestamp, signature)).toBe("wrong");
          expect(kindOf(Buffer.concat([body, more]), timestamp, signature)).toBe("wrong");
        },
      ),
    );
  });

  test("of either header: any other character anywhere", () => {
    fc.assert(
      fc.property(
        bodies,
        fc.boolean(),
        fc.nat(),
        fc.integer({ min: 0x21, max: 0x7e }),
        (body, ofTime, at, code) => {
          const signature = sign(body, timestamp);
          const header = ofTime ? timestamp : signature;
          const index = at % header.length;
          const other = String.fromCharCode(code);
          fc.pre(header[index] !== other);
          const changed = header.slice(0, index) + other + header.slice(index + 1);
          expect(kindOf(body, ofTime ? changed : timestamp, ofTime ? signature : changed)).toBe("wrong");
        },
      ),
    );
  });

  test("of the secret", () => {
    fc.assert(
      fc.property(bodies, fc.string({ minLength: 1 }), (body, other) => {
        // HMAC pads keys with zero bytes, so these are one key.
        fc.pre(other.replace(/\0+$/, "") !== secret);
        expect(kindOf(body, timestamp, sign(body, timestamp, other))).toBe("wrong");
      }),
    );
  });
});
