import { describe, expect, test } from "vitest";
import { readForm } from "#lib/providers/twilio-whatsapp/read-form.ts";
import { signedAddresses, signedWith } from "#lib/providers/twilio-whatsapp/signature.ts";
import { type Vector, vector, vectors, vectorToken } from "./twilio-signature-vectors.ts";

const token = { name: "auth_token", value: vectorToken };

function isAccepted({ url, body, signature }: Omit<Vector, "id">, value = vectorToken): boolean {
  const bytes = new TextEncoder().encode(body);
  const isJson = url.includes("bodySHA256");
  const parameters = readForm(bytes);
  if (!parameters) throw new Error("too much");
  return (
    signedWith(
      signature,
      [url],
      [{ ...token, value }],
      isJson ? { kind: "json", body: bytes } : { kind: "form", parameters },
    ) !== null
  );
}

test("there are as many vectors as the fact sheet has", () => {
  expect(vectors).toHaveLength(23);
});

test.each(vectors)("$id is accepted", (one) => {
  expect(isAccepted(one)).toBe(true);
});

const t1 = vector("T1-");
const t13 = vector("T13");
const t19 = vector("T19");
const flipped = (text: string) => `${text.slice(0, -3)}x${text.slice(-2)}`;

describe("what is not exactly as Twilio signed it is refused", () => {
  test.each([
    ["http instead of https", { ...t1, url: t1.url.replace("https:", "http:") }],
    ["a trailing slash", { ...t1, url: `${t1.url}/` }],
    ["a query that was not there", { ...t1, url: `${t1.url}?x=1` }],
    ["another text", { ...t1, body: t1.body.replace("Body=Hello", "Body=Hellp") }],
    ["one parameter more", { ...t1, body: `${t1.body}&Extra=1` }],
    ["one parameter less", { ...t1, body: t1.body.replace("NumMedia=0&", "") }],
    ["another token's signature", { ...t1, signature: "CFp1Rt9OsucFCr3bsNc1Sckuz98=" }],
    ["a text that was trimmed", { ...vector("T4"), body: vector("T4").body.replace("Body=++", "Body=") }],
    [
      "empty parameters left out",
      { ...vector("T5"), body: vector("T5").body.replace("Body=&ErrorMessage=&", "") },
    ],
    ["no user and password", { ...t13, url: t13.url.replace("hook:s3cr3t@", "") }],
    ["a port of its own left out", { ...vector("T11c"), url: vector("T11c").url.replace(":8443", "") }],
    ["another JSON body", { ...t19, body: flipped(t19.body) }],
    [
      "another JSON body, with its own digest in the address",
      {
        ...t19,
        body: flipped(t19.body),
        url: t19.url.replace(/bodySHA256=.*/, "bodySHA256=0".padEnd(75, "0")),
      },
    ],
    ["no signature", { ...t1, signature: "" }],
    ["what is no Base64", { ...t1, signature: "Be6Tf8mpZFEvuMqUUWhQYy3pus!=" }],
    ["a shorter signature", { ...t1, signature: t1.signature.slice(0, -4) }],
  ])("%s", (_, one) => {
    expect(isAccepted(one)).toBe(false);
  });

  test("a signature by another token", () => {
    expect(isAccepted(t1, "00112233445566778899aabbccddeeff")).toBe(false);
    expect(
      isAccepted({ ...t1, signature: "CFp1Rt9OsucFCr3bsNc1Sckuz98=" }, "00112233445566778899aabbccddeeff"),
    ).toBe(true);
  });
});

describe("the default port may be said or not", () => {
  test.each([
    ["T11a", "https://app.example.com:443/api/webhooks/twilio"],
    ["T11b", "https://app.example.com/api/webhooks/twilio"],
    ["T12a", "http://app.example.com:80/api/webhooks/twilio"],
  ])("%s", (id, url) => {
    expect(isAccepted({ ...vector(id), url })).toBe(true);
  });
});

describe("published examples, by the token 12345", () => {
  const form = (number: string) =>
    `CallSid=CA1234567890ABCDE&Caller=${number}&Digits=1234&From=${number}&To=%2B18005551212`;
  const specs = form("%2B14158675309");
  const query = "myapp.php?foo=1&bar=2";
  const digest = "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  const json = '{"property": "value", "boolean": true}';

  test.each([
    [`https://mycompany.com/${query}`, form("%2B12349013030"), "0/KCTR6DLpKmkAf8muzZqo1nDgQ="],
    [`https://mycompany.com/${query}`, specs, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
    [`https://mycompany.com:443/${query}`, specs, "kvajT1Ptam85bY51eRf/AJRuM3w="],
    [`http://mycompany.com:80/${query}`, specs, "0ZXoZLH/DfblKGATFgpif+LLRf4="],
    [`http://mycompany.com:1234/${query}`, specs, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="],
    [`https://user:pass@mycompany.com/${query}`, specs, "CukzLTc1tT5dXEDIHm/tKBanW10="],
    [`https://example.com/${query}`, form("%2B14158675310"), "L/OH5YylLD5NRKLltdqwSvS0BnU="],
    [`https://mycompany.com/${query}&${digest}`, json, "a9nBmqA0ju/hNViExpshrM61xv4="],
    [`https://mycompany.com/myapp.php?${digest}`, json, "y77kIzt2vzLz71DgmJGsen2scGs="],
  ])("%s", (url, body, signature) => {
    expect(isAccepted({ url, body, signature }, "12345")).toBe(true);
  });
});

test("an address is made of ours and of the request's path and query, never of its host", () => {
  const asked = new URL("http://10.0.0.7:3000/api/webhooks/twilio?name=O'Neil");
  expect(signedAddresses(["https://app.example.com", "https://b.example.com"], asked)).toEqual([
    "https://app.example.com/api/webhooks/twilio?name=O%27Neil",
    "https://app.example.com/api/webhooks/twilio?name=O'Neil",
    "https://b.example.com/api/webhooks/twilio?name=O%27Neil",
    "https://b.example.com/api/webhooks/twilio?name=O'Neil",
  ]);
});
