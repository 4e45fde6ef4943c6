import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { metaWebhook } from "#lib/providers/meta/webhook.ts";
import { otherSecret, secret, vectors } from "./meta-signature-vectors.ts";

const verifyToken = "the verify token";
const settings = {
  META_APP_SECRET: secret,
  INSTAGRAM_APP_SECRET: otherSecret,
  META_WEBHOOK_VERIFY_TOKEN: verifyToken,
};
const contextWith = (given: Record<string, string | undefined>) => ({
  setting: (name: string) => given[name],
  accountSecrets: async () => [],
  accountsWith: async () => [],
  origins: ["https://app.example"],
  now: new Date(),
});
const context = contextWith(settings);

function post(body: Uint8Array | string, key = secret) {
  const bytes = Buffer.from(body);
  const signature = `sha256=${createHmac("sha256", key).update(bytes).digest("hex")}`;
  const headers = new Headers({ "x-hub-signature-256": signature });
  return { method: "POST", url: new URL("http://localhost/"), headers, body: bytes };
}

describe("a delivery", () => {
  test("says which secret signed it", async () => {
    const body = Buffer.from(vectors[14]?.body ?? "", "base64");
    expect(await metaWebhook.read(post(body, otherSecret), context)).toMatchObject({
      kind: "events",
      verifiedWith: "instagram",
      events: [{ externalId: "104000000000001:messages:m_TEST_0001" }],
    });
  });

  test("with a byte order mark, or bytes that are no text, is read all the same", async () => {
    for (const index of [12, 13]) {
      const body = Buffer.from(vectors[index]?.body ?? "", "base64");
      expect(await metaWebhook.read(post(body), context)).toMatchObject({ kind: "events", events: [] });
    }
  });

  test.each([
    ["empty", ""],
    ["not JSON", "{"],
    ["nested without end", "[".repeat(50_000) + "]".repeat(50_000)],
  ])("that is genuine and %s is refused as unparsable", async (_, body) => {
    expect(await metaWebhook.read(post(body), context)).toEqual({
      kind: "refused",
      reason: "unparsable",
      status: 400,
    });
  });

  test("is refused before it is parsed when the signature is wrong or missing", async () => {
    expect(await metaWebhook.read(post("{", "not the secret"), context)).toEqual({
      kind: "refused",
      reason: "bad_signature",
      status: 401,
    });
    const unsigned = { ...post("{}"), headers: new Headers() };
    expect(await metaWebhook.read(unsigned, context)).toEqual({
      kind: "refused",
      reason: "missing_signature",
      status: 401,
    });
  });

  test("is put off, not lost, while no secret is configured", async () => {
    const unset = contextWith({});
    expect(await metaWebhook.read(post("{}"), unset)).toEqual({
      kind: "refused",
      reason: "not_configured",
      status: 503,
    });
  });

  test("keeps an id's every digit, though it is written as a number", async () => {
    const body = `{"object":"instagram","entry":[{"id":17841405793187219,"time":1,"messaging":[{"sender":{"id":9007199254740993},"message":{"mid":"a"}}]}]}`;
    expect(await metaWebhook.read(post(body), context)).toMatchObject({
      events: [
        {
          accountExternalId: "17841405793187219",
          payload: {
            entry: [{ id: "17841405793187219", messaging: [{ sender: { id: "9007199254740993" } }] }],
          },
        },
      ],
    });
  });

  test("by another method is refused", async () => {
    expect(await metaWebhook.read({ ...post("{}"), method: "PUT" }, context)).toMatchObject({ status: 405 });
  });
});

describe("the handshake", () => {
  const ask = (query: string, token: string | undefined = verifyToken) => {
    const url = new URL(`http://localhost/api/webhooks/meta?${query}`);
    return metaWebhook.read(
      { method: "GET", url, headers: new Headers(), body: new Uint8Array() },
      contextWith({ ...settings, META_WEBHOOK_VERIFY_TOKEN: token }),
    );
  };
  const token = encodeURIComponent(verifyToken);

  test.each(["1158201444", "<b>&", "a b", ""])("returns the challenge %j as it is", async (challenge) => {
    const query = `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=${encodeURIComponent(challenge)}`;
    expect(await ask(query)).toEqual({
      kind: "answer",
      status: 200,
      headers: { "content-type": "text/plain", "x-content-type-options": "nosniff" },
      body: challenge,
    });
  });

  test.each([
    ["a wrong token", "hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1"],
    ["no token", "hub.mode=subscribe&hub.challenge=1"],
    ["another mode", `hub.mode=unsubscribe&hub.verify_token=${token}&hub.challenge=1`],
    ["no challenge", `hub.mode=subscribe&hub.verify_token=${token}`],
    ["an endless challenge", `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=${"1".repeat(513)}`],
    ["nothing", ""],
  ])("refuses %s", async (_, query) => {
    expect(await ask(query)).toEqual({ kind: "refused", reason: "bad_handshake", status: 403 });
  });

  test("is put off while no token is configured", async () => {
    const url = new URL("http://localhost/");
    const reading = metaWebhook.read(
      { method: "GET", url, headers: new Headers(), body: new Uint8Array() },
      contextWith({ ...settings, META_WEBHOOK_VERIFY_TOKEN: undefined }),
    );
    expect(await reading).toMatchObject({ reason: "not_configured", status: 503 });
  });
});
