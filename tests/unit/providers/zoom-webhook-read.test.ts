import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { zoomWebhook } from "#lib/providers/zoom/webhook.ts";
import { secret, type Vector, z1, z2, z3, z4, z5, z6 } from "./zoom-signature-vectors.ts";

const settings = { ZOOM_CLIENT_ID: "zoomClientId", ZOOM_WEBHOOK_SECRET_TOKEN: secret };
const contextWith = (given: Record<string, string | undefined>) => ({
  setting: (name: string) => ({ ...settings, ...given })[name],
  accountSecrets: async () => [],
  accountsWith: async () => [],
  origins: ["https://app.example"],
  now: new Date(1_795_248_010_000),
});
const context = contextWith({});
const url = new URL("http://localhost/api/webhooks/zoom");

function deliver({ body, timestamp, signature }: Omit<Vector, "id">, using = context) {
  const headers = new Headers({ "x-zm-signature": signature, "x-zm-request-timestamp": timestamp });
  return zoomWebhook.read({ method: "POST", url, headers, body: Buffer.from(body) }, using);
}

function signed(value: Json | string, key = secret) {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  const timestamp = "1795248005";
  const hex = createHmac("sha256", key).update(`v0:${timestamp}:${body}`).digest("hex");
  return { body, timestamp, signature: `v0=${hex}` };
}

async function eventOf(value: Json) {
  const reading = await deliver(signed(value));
  if (reading.kind !== "events") throw new Error(reading.kind);
  return reading.events[0];
}

describe("the question whether this address is ours", () => {
  const validation = (plainToken: Json) => ({
    event: "endpoint.url_validation",
    payload: { plainToken },
    event_ts: 1_795_248_000_123,
  });

  test.each([
    ["qgg8vlvZRS6UYooatFL8Aw", "e65b831e331e08f5e896cbc860affb7db1631734e52f264d51aba68e009967f2"],
    ["AbC-_123", "ee650373c08afdbca06dbb359ed8038e75041f670f5cdd48d604a5e4241256ef"],
  ])("is answered with the token %s signed, and proves the address", async (plainToken, encryptedToken) => {
    expect(await deliver(signed(validation(plainToken)))).toEqual({
      kind: "answer",
      status: 200,
      headers: { "content-type": "application/json", "x-content-type-options": "nosniff" },
      body: JSON.stringify({ plainToken, encryptedToken }),
      proves: "address",
    });
  });

  test("is answered as published", async () => {
    const reading = await deliver(z1);
    expect(reading).toMatchObject({ kind: "answer", body: expect.stringContaining("e65b831e") });
  });

  test("is never answered to those who cannot sign", async () => {
    const forged = signed(validation("qgg8vlvZRS6UYooatFL8Aw"), "another secret");
    expect(await deliver(forged)).toEqual({ kind: "refused", reason: "bad_signature", status: 401 });
    const unsigned = await zoomWebhook.read(
      { method: "POST", url, headers: new Headers(), body: Buffer.from(z1.body) },
      context,
    );
    expect(unsigned).toEqual({ kind: "refused", reason: "missing_signature", status: 401 });
  });

  test("signs no delivery: what would give the signature of a forged body is refused", async () => {
    const reading = await deliver(signed(validation("v0:1795248005:{}")));
    expect(reading).toEqual({ kind: "refused", reason: "bad_handshake", status: 400 });
    expect(JSON.stringify(reading)).not.toContain(z6.signature.slice(3));
  });

  test.each([[""], ["a".repeat(129)], ["a b"], ["a:b"], ["ab\n"], [12], [null], [["a"]], [{ a: 1 }]])(
    "is refused for the token %j",
    async (token) => {
      expect(await deliver(signed(validation(token)))).toMatchObject({ kind: "refused", status: 400 });
    },
  );

  test("is answered with the secret it was asked with, while that is being changed", async () => {
    const both = contextWith({ ZOOM_WEBHOOK_SECRET_TOKEN: `the new one , ${secret}` });
    expect(await deliver(z1, both)).toMatchObject({ body: expect.stringContaining("e65b831e") });
  });
});

describe("a delivery", () => {
  test("is one event, which belongs to the meeting's host", async () => {
    expect(await deliver(z2)).toEqual({
      kind: "events",
      verifiedWith: "zoom",
      events: [
        {
          provider: "zoom",
          accountExternalId: "x1yCzABCDEfg23HiJKl4mN",
          eventType: "meeting.started",
          externalId: expect.stringMatching(/^meeting\.started:[0-9a-f]{64}$/),
          occurredAt: new Date(1_795_248_005_000),
          payload: JSON.parse(z2.body),
        },
      ],
    });
  });

  test("that names no host belongs to nobody", async () => {
    expect(await deliver(z5)).toMatchObject({
      events: [{ accountExternalId: null, eventType: "meeting.ended" }],
    });
  });

  test("means the same however it is spelled", async () => {
    expect(await deliver(z3)).toMatchObject({
      events: [{ payload: { payload: { object: { topic: "Réunion 👋 日本語" } } } }],
    });
    expect(await deliver(z4)).toMatchObject({
      events: [{ payload: { payload: { object: { topic: "Réunion 👋" } } } }],
    });
  });

  test("that names no event is genuine, and nothing to keep", async () => {
    for (const body of ["{}", "[]", "null", '"text"', '{"event":7}', '{"event":" "}']) {
      expect(await deliver(signed(body))).toEqual({ kind: "events", events: [], verifiedWith: "zoom" });
    }
  });

  test.each(["", "{", `${"[".repeat(50_000)}${"]".repeat(50_000)}`])(
    "that cannot be read is refused",
    async (body) => {
      expect(await deliver(signed(body))).toEqual({ kind: "refused", reason: "unparsable", status: 400 });
    },
  );

  test("is put off, not lost, while no secret is configured", async () => {
    for (const token of [undefined, "", " , "]) {
      const unset = contextWith({ ZOOM_WEBHOOK_SECRET_TOKEN: token });
      expect(await deliver(z2, unset)).toEqual({ kind: "refused", reason: "not_configured", status: 503 });
    }
  });

  test("says which of two secrets signed it", async () => {
    const both = contextWith({ ZOOM_WEBHOOK_SECRET_TOKEN: `the new one,${secret}` });
    expect(await deliver(z2, both)).toMatchObject({ kind: "events", verifiedWith: "zoom-former" });
  });

  test("that is genuine and old is told apart from a forgery", async () => {
    const later = { ...context, now: new Date(1_795_248_005_000 + 3 * 3_600_000) };
    expect(await deliver(z2, later)).toEqual({ kind: "refused", reason: "stale", status: 401 });
  });

  test("by another method is refused", async () => {
    const request = { method: "GET", url, headers: new Headers(), body: new Uint8Array() };
    expect(await zoomWebhook.read(request, context)).toMatchObject({ reason: "wrong_method", status: 405 });
  });

  test("keeps no header that proves or opens anything", () => {
    expect(zoomWebhook.keptHeaders).not.toContain("x-zm-signature");
    expect(zoomWebhook.keptHeaders).not.toContain("authorization");
  });
});

describe("the key of an event", () => {
  const joined = (more: Record<string, Json> = {}, participant: Record<string, Json> = {}) => ({
    event: "meeting.participant_joined",
    event_ts: 1_795_248_060_000,
    ...more,
    payload: {
      account_id: "aBc123",
      object: {
        uuid: "u==",
        id: "85412345678",
        host_id: "host",
        participant: { participant_uuid: "p1", ...participant },
      },
    },
  });
  const keyOf = async (value: Json) => (await eventOf(value))?.externalId;

  test("is the same when the rest differs, as a retry's may", async () => {
    const once = await keyOf(joined());
    expect(await keyOf(joined({ download_token: "eyJ" }))).toBe(once);
    expect(await keyOf(joined({}, { user_name: "Bo" }))).toBe(once);
    expect(await keyOf({ ...joined(), event_ts: "1795248060000" })).toBe(once);
  });

  test("is another for another moment, person, meeting, account or operation", async () => {
    const base = joined();
    const object = base.payload.object;
    const keys = await Promise.all(
      [
        base,
        joined({ event_ts: 1_795_248_060_001 }),
        joined({ event: "meeting.participant_left" }),
        joined({}, { participant_uuid: "p2" }),
        { ...base, payload: { ...base.payload, account_id: "other" } },
        { ...base, payload: { ...base.payload, operation: "single" } },
        { ...base, payload: { ...base.payload, object: { ...object, uuid: "v==" } } },
      ].map((value) => keyOf(value)),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("is made of the whole where nothing names the event", async () => {
    const strange = (note: string) => ({ event: "something.new", event_ts: 1, payload: { note } });
    expect(await keyOf(strange("a"))).not.toBe(await keyOf(strange("b")));
    expect(await keyOf(strange("a"))).toBe(
      await keyOf({ payload: { note: "a" }, event_ts: 1, event: "something.new" }),
    );
  });
});

describe("what is stored", () => {
  const event = {
    event: "recording.completed",
    event_ts: 1_795_252_000_000,
    download_token: "eyJ-secret",
    payload: {
      object: {
        id: 85412345678,
        host_id: "host",
        password: "hunter2",
        recording_play_passcode: "hunter3",
        start_url: "https://us06web.zoom.us/s/1?zak=hunter4",
        join_url: "https://us06web.zoom.us/j/85412345678?pwd=hunter5#hunter6",
        agenda: "Join at https://us06web.zoom.us/j/1?pwd=hunter7&x=1 please",
        settings: { h323_password: "hunter8", encrypted_password: "hunter9" },
        recording_files: [
          { download_url: "https://us06web.zoom.us/rec/d?access_token=hunter10", file_type: "MP4" },
        ],
      },
    },
  };

  test("opens no meeting and no recording", async () => {
    const stored = JSON.stringify((await eventOf(event))?.payload);
    expect(stored).not.toMatch(/hunter|eyJ-secret/);
    expect(stored).toContain('"join_url":"https://us06web.zoom.us/j/85412345678"');
    expect(stored).toContain("please");
    expect(stored).toContain('"file_type":"MP4"');
  });
});

describe("the removal of the app", () => {
  const removal = (client_id: string) => ({
    event: "app_deauthorized",
    event_ts: 1_795_260_000_000,
    payload: { account_id: "aBc123", user_id: "theirs", client_id, signature: "legacy" },
  });

  test("belongs to the person who removed it", async () => {
    const event = await eventOf(removal("zoomClientId"));
    expect(event).toMatchObject({ eventType: "app_deauthorized", accountExternalId: "theirs" });
    expect(JSON.stringify(event)).not.toContain("legacy");
  });

  test("of another app belongs to nobody, so that nothing comes of it", async () => {
    expect(await eventOf(removal("another"))).toMatchObject({ accountExternalId: null });
  });

  test("of two people at one moment is two events", async () => {
    const other = removal("zoomClientId");
    other.payload.user_id = "another";
    expect((await eventOf(removal("zoomClientId")))?.externalId).not.toBe((await eventOf(other))?.externalId);
  });
});

test("whatever is signed is read without a throw, and what is not signed never is", async () => {
  const bodies = fc.oneof(
    fc.json(),
    fc.string({ unit: "binary" }),
    fc
      .record({
        event: fc.constantFrom("endpoint.url_validation", "meeting.started"),
        payload: fc.jsonValue(),
      })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const reading = await deliver(signed(body));
      expect(["events", "answer", "refused"]).toContain(reading.kind);
      expect(await deliver(signed(body, "another secret"))).toMatchObject({
        kind: "refused",
        reason: "bad_signature",
      });
    }),
    { numRuns: 300 },
  );
});
