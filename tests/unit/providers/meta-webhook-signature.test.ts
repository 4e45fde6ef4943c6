import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSignature } from "#lib/providers/meta/signature.ts";
import { otherSecret, secret, vectors } from "./meta-signature-vectors.ts";

const meta = { name: "meta", value: secret };
const url = new URL("http://localhost/api/webhooks/meta");

function delivery(body: Uint8Array, header?: string) {
  const headers = new Headers(header === undefined ? {} : { "x-hub-signature-256": header });
  return { method: "POST", url, headers, body };
}

const sign = (body: Uint8Array, value = secret) =>
  `sha256=${createHmac("sha256", value).update(body).digest("hex")}`;

describe("the published vectors", () => {
  test.each(vectors)("$id is genuine, and only under its own secret", ({ body, bytes, header }) => {
    const raw = Buffer.from(body, "base64");
    expect(raw.byteLength).toBe(bytes);
    expect(checkSignature(delivery(raw, header), [meta])).toEqual({ kind: "genuine", secretName: "meta" });
    expect(checkSignature(delivery(raw, header), [{ name: "meta", value: otherSecret }])).toEqual({
      kind: "wrong",
    });
  });

  test.each([
    ["V2", "sha256=8d9227a261a8808272204fa3d68481878f889c868365fc4ae14c8606fd2e733e", 1],
    ["V7", "sha256=f05a33fa56aa906b740c1a3add0642edac6b98dcd2d8157e9a5772646e7cab05", 6],
  ])(
    "%s signed with another secret is refused, and accepted when that secret is ours too",
    (_, header, index) => {
      const raw = Buffer.from(vectors[index]?.body ?? "", "base64");
      const instagram = { name: "instagram", value: otherSecret };
      expect(checkSignature(delivery(raw, header), [meta])).toEqual({ kind: "wrong" });
      expect(checkSignature(delivery(raw, header), [meta, instagram])).toEqual({
        kind: "genuine",
        secretName: "instagram",
      });
    },
  );
});

describe("a malformed header is refused without an exception", () => {
  const body = Buffer.from(vectors[1]?.body ?? "", "base64");
  const good = vectors[1]?.header ?? "";
  const malformed = {
    "nothing after the algorithm": "sha256=",
    "letters that are not hex": `sha256=${"z".repeat(64)}`,
    "63 digits": good.slice(0, -1),
    "65 digits": `${good}0`,
    "upper case": `sha256=${good.slice(7).toUpperCase()}`,
    "the legacy SHA-1": "sha1=432e8ef94a8098c8a982ea9a26b3f2f99f2d9d39",
    "two values": `${good}, ${good}`,
    "a bare digest": good.slice(7),
    "a space inside": good.replace("=", "= "),
  };

  test.each(Object.entries(malformed))("%s", (_, header) => {
    expect(checkSignature(delivery(body, header), [meta])).toEqual({ kind: "wrong" });
  });

  test("no header, or an empty one, is missing", () => {
    expect(checkSignature(delivery(body), [meta])).toEqual({ kind: "missing" });
    expect(checkSignature(delivery(body, ""), [meta])).toEqual({ kind: "missing" });
  });

  test("the legacy header alone proves nothing", () => {
    const headers = new Headers({ "x-hub-signature": "sha1=432e8ef94a8098c8a982ea9a26b3f2f99f2d9d39" });
    expect(checkSignature({ method: "POST", url, headers, body }, [meta])).toEqual({ kind: "missing" });
  });
});

describe("no mutation is accepted", () => {
  const bodies = fc.uint8Array({ minLength: 1, maxLength: 400 });

  test("of the body: any other byte, any cut, any addition", () => {
    fc.assert(
      fc.property(
        bodies,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.uint8Array({ minLength: 1 }),
        (body, at, flip, more) => {
          const header = sign(body);
          const changed = Uint8Array.from(body);
          const index = at % body.length;
          changed[index] = (changed[index] ?? 0) ^ flip;
          expect(checkSignature(delivery(body, header), [meta]).kind).toBe("genuine");
          expect(checkSignature(delivery(changed, header), [meta]).kind).toBe("wrong");
          expect(checkSignature(delivery(body.slice(0, -1), header), [meta]).kind).toBe("wrong");
          expect(checkSignature(delivery(Buffer.concat([body, more]), header), [meta]).kind).toBe("wrong");
        },
      ),
    );
  });

  test("of the header: any other character anywhere", () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 0x21, max: 0x7e }), (body, at, code) => {
        const header = sign(body);
        const index = at % header.length;
        const other = String.fromCharCode(code);
        fc.pre(header[index] !== other);
        const changed = header.slice(0, index) + other + header.slice(index + 1);
        expect(checkSignature(delivery(body, changed), [meta]).kind).toBe("wrong");
      }),
    );
  });

  test("of the secret", () => {
    fc.assert(
      fc.property(bodies, fc.string({ minLength: 1 }), (body, other) => {
        // HMAC pads keys with zero bytes, so these are one key.
        fc.pre(other.replace(/\0+$/, "") !== secret);
        expect(checkSignature(delivery(body, sign(body, other)), [meta]).kind).toBe("wrong");
      }),
    );
  });
});
