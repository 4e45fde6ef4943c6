import { createHash, createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks.js";
import { expect, test } from "vitest";
import { readForm } from "#lib/providers/twilio-whatsapp/read-form.ts";
import { signedWith } from "#lib/providers/twilio-whatsapp/signature.ts";

const origin = "https://app.example.com/api/webhooks/twilio";
const name = fc.oneof(
  fc.constantFrom(
    "Body",
    "From",
    "To",
    "MessageSid",
    "AccountSid",
    "ProfileName",
    "__proto__",
    "constructor",
    "a",
    "A",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);
const pairs = fc.array(fc.tuple(name, fc.string({ unit: "binary", maxLength: 40 })), { maxLength: 12 });
const request = fc.record({
  pairs,
  query: fc.option(
    fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[a-zA-Z0-9._~-]{0,8}$/)), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
});
const tampering = fc.constantFrom("none", "value", "name", "more", "less", "address", "token", "signature");

/** The string to sign, written from Twilio's description and by no code of theirs or ours. */
function reference(token: string, url: string, list: readonly (readonly [string, string])[]): string {
  const names = [...new Set(list.map(([key]) => key))].sort();
  const text = names.map((key) =>
    [...new Set(list.filter(([other]) => other === key).map(([, value]) => value))]
      .sort()
      .map((value) => key + value)
      .join(""),
  );
  return createHmac("sha1", token)
    .update(url + text.join(""))
    .digest("base64");
}

function tampered(kind: string, list: [string, string][], url: string, signature: string, token: string) {
  const [first, ...others] = list;
  switch (kind) {
    case "value":
      return (
        first && { list: [[first[0], `${first[1]}x`] as [string, string], ...others], url, signature, token }
      );
    case "name":
      return (
        first && { list: [[`${first[0]}x`, first[1]] as [string, string], ...others], url, signature, token }
      );
    case "more":
      return { list: [...list, ["Additional", "1"] as [string, string]], url, signature, token };
    case "less":
      return first && { list: list.filter(([key]) => key !== first[0]), url, signature, token };
    case "address":
      return { list, url: `${url}${url.includes("?") ? "&" : "?"}z=1`, signature, token };
    case "token":
      return { list, url, signature, token: createHash("md5").update(token).digest("hex") };
    case "signature":
      return { list, url, signature: randomBytes(20).toString("base64"), token };
    default:
      return { list, url, signature, token };
  }
}

test("a thousand random requests, signed and tampered with, are judged as Twilio's own code and its description judge them", () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(request, fc.stringMatching(/^[0-9a-f]{32}$/), tampering, (made, token, kind) => {
      // A form cannot say halves of pairs; what arrives is what encoding makes of them.
      const sent = new URLSearchParams(made.pairs).toString();
      const list = [...new URLSearchParams(sent)];
      const url = made.query ? `${origin}?${new URLSearchParams(made.query)}` : origin;
      const signature = reference(token, url, list);
      const changed = tampered(kind, list, url, signature, token);
      if (!changed) return;

      const body = new TextEncoder().encode(new URLSearchParams(changed.list).toString());
      const parameters = readForm(body);
      if (!parameters) throw new Error("too much");
      const ours = signedWith(
        changed.signature,
        [changed.url],
        [{ name: "auth_token", value: changed.token }],
        { kind: "form", parameters },
      );

      expect(getExpectedTwilioSignature(changed.token, changed.url, parameters)).toBe(
        reference(changed.token, changed.url, changed.list),
      );
      expect(ours !== null).toBe(validateRequest(changed.token, changed.signature, changed.url, parameters));
      expect(ours !== null).toBe(reference(changed.token, changed.url, changed.list) === changed.signature);
      if (kind === "none") expect(ours).not.toBeNull();
      if (["token", "signature", "more", "address"].includes(kind)) expect(ours).toBeNull();
      seen[ours ? "accepted" : "refused"] += 1;
    }),
    { numRuns: 1_500 },
  );
  expect(seen.accepted + seen.refused).toBeGreaterThanOrEqual(1_000);
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
});
