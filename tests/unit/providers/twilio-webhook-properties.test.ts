import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { formEvent } from "#lib/providers/twilio-whatsapp/form-event.ts";
import { twilioInterpreter } from "#lib/providers/twilio-whatsapp/interpret.ts";
import { jsonEvents } from "#lib/providers/twilio-whatsapp/json-events.ts";
import { readForm, storableForm } from "#lib/providers/twilio-whatsapp/read-form.ts";
import { twilioWebhook } from "#lib/providers/twilio-whatsapp/webhook.ts";

const account = `AC${"a".repeat(32)}`;
const name = fc.constantFrom(
  "MessageSid",
  "SmsSid",
  "AccountSid",
  "From",
  "To",
  "Body",
  "MessageStatus",
  "SmsStatus",
  "ErrorCode",
  "NumMedia",
  "MediaContentType0",
  "ProfileName",
  "ExternalUserId",
  "ListTitle",
  "ButtonText",
  "Latitude",
  "ReferralHeadline",
  "__proto__",
  "constructor",
);
const value = fc.oneof(
  fc.constantFrom(
    account,
    "whatsapp:+14155238886",
    "whatsapp:BR.1",
    "delivered",
    "received",
    `SM${"1".repeat(32)}`,
    "63016",
    "\0",
  ),
  fc.string({ unit: "binary", maxLength: 300 }),
);
const forms = fc.array(fc.tuple(name, value), { maxLength: 20 });
const kinds = fc.constantFrom("message", "status.failed", "status.read", "other", "constructor", "");
const path = fc.constantFrom("/api/webhooks/twilio", "/api/webhooks/twilio/status");

test("no form makes reading or telling it throw, and its event can be stored", () => {
  fc.assert(
    fc.property(forms, path, (pairs, where) => {
      const read = readForm(new TextEncoder().encode(new URLSearchParams(pairs).toString()));
      const event = formEvent(account, storableForm(read ?? {}), where);

      expect(event.externalId.length).toBeLessThanOrEqual(200);
      expect(event.eventType.length).toBeLessThanOrEqual(60);
      expect(JSON.stringify(event)).not.toContain("\\u0000");
      // JSON escapes halves of pairs, and the database refuses them all the same.
      expect(JSON.stringify(event)).not.toMatch(/\\ud[89a-f]/);
      const { summary } = twilioInterpreter.interpret(event);
      expect(summary).not.toBe("");
      expect(summary.isWellFormed()).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("nothing at all in a payload makes telling it throw", () => {
  fc.assert(
    fc.property(fc.jsonValue() as fc.Arbitrary<Json>, kinds, (payload, eventType) => {
      expect(typeof twilioInterpreter.interpret({ eventType, payload }).summary).toBe("string");
      expect(Array.isArray(jsonEvents(account, payload))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("no bytes and no address make a delivery throw", async () => {
  const query = fc.constantFrom("", "?bodySHA256=", "?bodySHA256=0&x=%zz", "?a=%27");
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      query,
      fc.string(),
      async (body, search, signature) => {
        const header = /^[\x20-\x7e]*$/.test(signature) ? signature : "x";
        const reading = await twilioWebhook.read(
          {
            method: "POST",
            url: new URL(`http://localhost/api/webhooks/twilio${search}`),
            headers: new Headers({ "x-twilio-signature": header }),
            body,
          },
          {
            setting: () => undefined,
            accountSecrets: async () => [{ name: "auth_token", value: "t" }],
            accountsWith: async () => [],
            origins: ["https://app.example.com"],
            now: new Date(0),
          },
        );
        expect(reading.kind).toBe("refused");
      },
    ),
    { numRuns: 500 },
  );
});
