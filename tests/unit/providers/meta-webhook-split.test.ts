import { describe, expect, test } from "vitest";
import type { Json, ProviderEvent } from "#lib/providers/contract.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";

const page = "104000000000001";
const customer = "6500000000000001";

const onPage = (entry: { [key: string]: Json }) => ({
  object: "page",
  entry: [{ id: page, time: 1795248000123, ...entry }],
});
const item = (inner: { [key: string]: Json }) => ({
  sender: { id: customer },
  recipient: { id: page },
  timestamp: 1795248000001,
  ...inner,
});
const messaging = (...items: Json[]) => splitEnvelope(onPage({ messaging: items }));
const kinds = (events: ProviderEvent[]) => events.map((event) => event.eventType);
const keys = (events: ProviderEvent[]) => events.map((event) => event.externalId);

describe("messaging", () => {
  test("a message is one event, with its own piece of the delivery and nothing else of it", () => {
    const [first, second] = messaging(
      item({ message: { mid: "m_1", text: "Hello" } }),
      item({ message: { mid: "m_2" } }),
    );

    expect(first).toEqual({
      provider: "facebook",
      accountExternalId: page,
      eventType: "messages",
      externalId: `${page}:messages:m_1`,
      occurredAt: new Date(1795248000001),
      payload: onPage({ messaging: [item({ message: { mid: "m_1", text: "Hello" } })] }),
    });
    expect(second?.externalId).toBe(`${page}:messages:m_2`);
  });

  test.each([
    [{ message: { mid: "m", text: "x", is_echo: true, app_id: 138000000000001 } }, "message_echoes"],
    [{ postback: { mid: "m", title: "Get started", payload: "GO" } }, "messaging_postbacks"],
    [{ delivery: { mids: ["m_OUT1"], watermark: 1795248005000 } }, "message_deliveries"],
    [{ read: { watermark: 1795248009000 } }, "message_reads"],
    [{ reaction: { reaction: "love", emoji: "❤️", action: "react", mid: "m_OUT1" } }, "message_reactions"],
    [{ message_edit: { mid: "m", text: "y", num_edit: 1 } }, "message_edits"],
    [{ referral: { ref: "newsletter", source: "SHORTLINK" } }, "messaging_referrals"],
    [{ pass_thread_control: { new_owner_app_id: "138" } }, "messaging_handovers"],
    [{ take_thread_control: { new_owner_app_id: 26390203743090 } }, "messaging_handovers"],
    [{ policy_enforcement: { action: "block", reason: "…" } }, "messaging_policy_enforcement"],
    [{ something_new: { a: 1 } }, "something_new"],
  ])("%j is %s", (inner, eventType) => {
    expect(kinds(messaging(item(inner)))).toEqual([eventType]);
  });

  test("an edit, a reaction taken back and a later delivery are events of their own", () => {
    const events = messaging(
      item({ message: { mid: "m", text: "a" } }),
      item({ message_edit: { mid: "m", text: "b", num_edit: 1 } }),
      item({ message_edit: { mid: "m", text: "c", num_edit: 2 } }),
      item({ reaction: { mid: "m", action: "react", emoji: "👍" } }),
      item({ reaction: { mid: "m", action: "unreact", emoji: "👍" } }),
      item({ delivery: { mids: ["m"], watermark: 1 } }),
      item({ delivery: { mids: ["m"], watermark: 2 } }),
      item({ read: { watermark: 2 } }),
      { ...item({ read: { watermark: 2 } }), sender: { id: "another" } },
    );
    expect(new Set(keys(events)).size).toBe(9);
  });

  test("the order of a delivery's message ids does not make another event", () => {
    const [one] = messaging(item({ delivery: { mids: ["a", "b"], watermark: 1 } }));
    const [two] = messaging(item({ delivery: { mids: ["b", "a"], watermark: 1 } }));
    expect(one?.externalId).toBe(two?.externalId);
  });

  test("sent again in another batch, an item without an id is the same event if it names its own moment", () => {
    const inBatchAt = (time: number, content: { [key: string]: Json }) =>
      keys(splitEnvelope({ object: "page", entry: [{ id: page, time, messaging: [content] }] }));
    const referral = item({ referral: { ref: "newsletter", source: "SHORTLINK" } });
    expect(inBatchAt(1, referral)).toEqual(inBatchAt(2, referral));
    expect(inBatchAt(1, referral)).not.toEqual(inBatchAt(1, { ...referral, timestamp: 1795248000002 }));

    const { timestamp: _, ...momentless } = referral;
    expect(inBatchAt(1, momentless)).not.toEqual(inBatchAt(2, momentless));
  });

  test("the same message on two Pages is two events", () => {
    const elsewhere = splitEnvelope({
      object: "page",
      entry: [{ id: "2", messaging: [item({ message: { mid: "m" } })] }],
    });
    expect(keys(elsewhere)).not.toEqual(keys(messaging(item({ message: { mid: "m" } }))));
  });

  test("a separator inside an id cannot imitate another event", () => {
    const [one] = messaging({
      ...item({ reaction: { mid: "m:1", action: "react", emoji: "x" } }),
      sender: { id: "2" },
    });
    const [two] = messaging({
      ...item({ reaction: { mid: "m", action: "react", emoji: "x" } }),
      sender: { id: "1:2" },
    });
    expect(one?.externalId).not.toBe(two?.externalId);
  });

  test("a very long id becomes a digest", () => {
    const [event] = messaging(item({ message: { mid: "m".repeat(3000) } }));
    expect(event?.externalId).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test("what another app of the business answers is kept as standby", () => {
    const events = splitEnvelope(onPage({ standby: [item({ message: { mid: "m_1" } })] }));
    expect(events).toMatchObject([{ eventType: "standby", externalId: `${page}:standby:messages:m_1` }]);
  });

  test("seconds and milliseconds name the same moment; nonsense names none", () => {
    const at = (timestamp: Json) =>
      messaging({ ...item({ message: { mid: "m" } }), timestamp })[0]?.occurredAt;
    expect(at(1795248000)).toEqual(new Date(1795248000000));
    expect(at("1795248000")).toEqual(new Date(1795248000000));
    expect(at(1795248000000)).toEqual(new Date(1795248000000));
    expect(
      splitEnvelope({ object: "page", entry: [{ id: page, messaging: [{ timestamp: -5 }] }] })[0]?.occurredAt,
    ).toBeNull();
    expect(
      splitEnvelope({ object: "page", entry: [{ id: page, messaging: [{ timestamp: 1e300 }] }] })[0]
        ?.occurredAt,
    ).toBeNull();
  });
});

describe("changes", () => {
  const comment = (value: { [key: string]: Json }, time = 1795248000) =>
    splitEnvelope({
      object: "page",
      entry: [
        {
          id: page,
          time,
          changes: [{ field: "feed", value: { item: "comment", comment_id: "77_88", ...value } }],
        },
      ],
    });

  test("a comment is added once, and edited as often as its author likes", () => {
    const [added] = comment({ verb: "add", message: "Looks great" });
    const [edited] = comment({ verb: "edited", message: "Looks good" });
    const [again] = comment({ verb: "edited", message: "Looks fine" });
    expect(added?.externalId).toBe(`${page}:feed:77_88:add`);
    expect(new Set([added, edited, again].map((event) => event?.externalId)).size).toBe(3);
    expect(comment({ verb: "edited", message: "Looks good" })[0]?.externalId).toBe(edited?.externalId);
  });

  test("hidden, shown and hidden again are three events", () => {
    const events = [
      comment({ verb: "hide" }, 1),
      comment({ verb: "unhide" }, 2),
      comment({ verb: "hide" }, 3),
    ].flat();
    expect(new Set(keys(events)).size).toBe(3);
  });

  test("a message that comes as a change is the same event as one that comes as messaging", () => {
    const message = item({ message: { mid: "aWdf_1", text: "Hi" } });
    const asChange = splitEnvelope({
      object: "instagram",
      entry: [{ id: "178", time: 1, changes: [{ field: "messages", value: message }] }],
    });
    const asMessaging = splitEnvelope({
      object: "instagram",
      entry: [{ id: "178", time: 1, messaging: [message] }],
    });
    expect(asChange).toMatchObject([
      { provider: "instagram", accountExternalId: "178", eventType: "messages" },
    ]);
    expect(keys(asChange)).toEqual(keys(asMessaging));
  });

  test("a field without changes around it is a change", () => {
    const events = splitEnvelope({
      object: "instagram",
      entry: [{ id: "178", time: 1795248000, field: "comments", value: { id: "180", text: "Price?" } }],
    });
    expect(events).toMatchObject([
      { eventType: "comments", externalId: "178:comments:180:add", occurredAt: new Date(1795248000000) },
    ]);
  });
});

describe("WhatsApp", () => {
  const bundle = (value: { [key: string]: Json }) =>
    splitEnvelope({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "100",
          changes: [{ field: "messages", value: { metadata: { phone_number_id: "200" }, ...value } }],
        },
      ],
    });

  test("messages and each status of a message are events of the number", () => {
    const events = bundle({
      contacts: [{ wa_id: "1555" }],
      messages: [{ id: "wamid.1", timestamp: "1795248000", type: "text" }],
      statuses: [
        { id: "wamid.2", status: "delivered", timestamp: "1795248012" },
        { id: "wamid.2", status: "read", timestamp: "1795248020" },
      ],
    });
    expect(keys(events)).toEqual([
      "200:messages:wamid.1",
      "200:statuses:wamid.2:delivered",
      "200:statuses:wamid.2:read",
    ]);
    expect(events).toMatchObject([{ provider: "whatsapp" }, {}, { occurredAt: new Date(1795248020000) }]);
    expect(events[0]?.payload).toMatchObject({
      entry: [{ changes: [{ value: { contacts: [{ wa_id: "1555" }], messages: [{ id: "wamid.1" }] } }] }],
    });
    expect(JSON.stringify(events[0]?.payload)).not.toContain("wamid.2");
  });

  test("news about the account is kept under its field", () => {
    const events = splitEnvelope({
      object: "whatsapp_business_account",
      entry: [
        { id: "100", time: 1, changes: [{ field: "account_update", value: { event: "ACCOUNT_DELETED" } }] },
      ],
    });
    expect(events).toMatchObject([{ eventType: "account_update", accountExternalId: "100" }]);
  });
});

describe("what we do not know", () => {
  test("an unknown part of an entry is kept under its own name", () => {
    expect(splitEnvelope(onPage({ brand_new: [1] }))).toMatchObject([
      { eventType: "brand_new", accountExternalId: page },
    ]);
  });

  test("a person's permissions are no Page's events", () => {
    const events = splitEnvelope({
      object: "permissions",
      entry: [
        { id: page, uid: "7", time: 1, changes: [{ field: "pages_messaging", value: { verb: "revoked" } }] },
      ],
    });
    expect(events).toMatchObject([
      { provider: "facebook", accountExternalId: null, eventType: "pages_messaging" },
    ]);
  });

  test("empty lists hold no events", () => {
    expect(splitEnvelope(onPage({ messaging: [], changes: [] }))).toEqual([]);
    expect(splitEnvelope({ object: "page", entry: [] })).toEqual([]);
    expect(splitEnvelope({ text: "äöå" })).toEqual([]);
  });
});
