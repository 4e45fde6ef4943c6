import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { metaProviders } from "#lib/providers/meta/meta-providers.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { parseJson } from "#lib/providers/parse-json.ts";
import { interpreterFor } from "#lib/providers/registry.ts";

const anything = fc.jsonValue() as fc.Arbitrary<Json>;
const names = [
  "id",
  "time",
  "messaging",
  "standby",
  "changes",
  "field",
  "value",
  "sender",
  "message",
  "mid",
  "read",
];
const more = [
  "delivery",
  "mids",
  "reaction",
  "metadata",
  "phone_number_id",
  "messages",
  "statuses",
  "errors",
  "item",
  "contacts",
  "profile",
  "type",
  "text",
  "interactive",
  "nfm_reply",
  "status",
  "code",
  "event",
  "username",
];

/** Objects of Meta's own keys with anything in them: nearly right is where parsers fall. */
const nearlyRight = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    anything,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, ...more, "__proto__", "constructor"), tie("value"), {
      maxKeys: 5,
    }),
  ),
})).value;

const objects = fc.constantFrom(
  "page",
  "instagram",
  "whatsapp_business_account",
  "permissions",
  "constructor",
);
const envelopes = fc.oneof(
  nearlyRight,
  fc.record({ object: fc.oneof(objects, nearlyRight), entry: fc.oneof(fc.array(nearlyRight), nearlyRight) }),
) as fc.Arbitrary<Json>;

test("splitting throws on nothing, gives the same twice, and keeps every key short", () => {
  fc.assert(
    fc.property(envelopes, (envelope) => {
      const events = splitEnvelope(envelope);
      expect(splitEnvelope(structuredClone(envelope))).toEqual(events);
      for (const event of events) {
        expect(event.externalId.length).toBeGreaterThan(0);
        expect(event.externalId.length).toBeLessThanOrEqual(255);
        expect(event.eventType.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});

test("every event splits off again as itself: its payload is a delivery of exactly that event", () => {
  fc.assert(
    fc.property(envelopes, (envelope) => {
      for (const event of splitEnvelope(envelope)) {
        expect(splitEnvelope(event.payload).map(({ externalId }) => externalId)).toEqual([event.externalId]);
      }
    }),
    { numRuns: 500 },
  );
});

test("distinct items have distinct keys, and an item repeated has one", () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(ids, ids, (messages, pages) => {
      const entry = pages.map((id) => ({ id, messaging: messages.map((mid) => ({ message: { mid } })) }));
      const events = splitEnvelope({ object: "page", entry });
      const keys = new Set(events.map((event) => event.externalId));
      expect(keys.size).toBe(messages.length * pages.length);
      const twice = splitEnvelope({ object: "page", entry: [...entry, ...entry] });
      expect(new Set(twice.map((event) => event.externalId))).toEqual(keys);
    }),
  );
});

test("every event can be told in words, whatever is in it", () => {
  fc.assert(
    fc.property(envelopes, (envelope) => {
      for (const { provider, eventType, payload } of splitEnvelope(envelope)) {
        const interpreter = interpreterFor(provider);
        expect(interpreter.interpret({ eventType, payload }).summary).toMatch(/\S/);
        expect(interpreter.label(eventType)).toMatch(/\S/);
      }
    }),
    { numRuns: 500 },
  );
});

test("whatever is stored as an event of Meta's can be told, under any kind", () => {
  const kinds = fc.constantFrom(
    ...["messages", "statuses", "errors", "standby", "feed", "comments", "mentions", "account_update"],
    ...["message_template_status_update", "phone_number_quality_update", "security", "constructor"],
  );
  const contents = fc.oneof(
    nearlyRight,
    nearlyRight.map((value) => ({ entry: [{ changes: [{ field: "messages", value }] }] }) as Json),
    fc
      .tuple(
        fc.constantFrom("messages", "statuses", "errors", "contacts"),
        fc.array(nearlyRight, { maxLength: 3 }),
      )
      .map(([list, items]) => ({ entry: [{ changes: [{ value: { [list]: items } }] }] }) as Json),
  );
  fc.assert(
    fc.property(fc.constantFrom(...metaProviders), kinds, contents, (provider, eventType, payload) => {
      expect(interpreterFor(provider).interpret({ eventType, payload }).summary).toMatch(/\S/);
    }),
    { numRuns: 500 },
  );
});

test("parsing bytes throws on nothing, and what it gives PostgreSQL can hold", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(JSON.stringify({ [text]: text }))),
  );
  fc.assert(
    fc.property(bytes, (body) => {
      const parsed = parseJson(body);
      if (!parsed.ok) return;
      const text = JSON.stringify(parsed.value);
      expect(text).not.toContain("\\u0000");
      expect(text).not.toMatch(/\\ud[89a-f]/i);
    }),
    { numRuns: 500 },
  );
});
