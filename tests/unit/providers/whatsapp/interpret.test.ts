import { describe, expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { whatsappInterpreter } from "#lib/providers/whatsapp/interpret.ts";

type Fields = { [key: string]: Json };
const bsuid = "US.10000000000000000001";
const ana = { profile: { name: "Ana", username: "ana.k" }, wa_id: "15550002222", user_id: bsuid };

function events(field: string, value: Fields) {
  const entry = [{ id: "100000000000001", time: 1795248000, changes: [{ field, value }] }];
  return splitEnvelope({ object: "whatsapp_business_account", entry });
}
const told = (field: string, value: Fields) =>
  events(field, value).map((event) => whatsappInterpreter.interpret(event).summary);

const onNumber = (content: Fields): Fields => ({
  messaging_product: "whatsapp",
  metadata: { display_phone_number: "15550001111", phone_number_id: "200000000000002" },
  contacts: [ana],
  ...content,
});
const said = (message: Fields, contacts: Json[] = [ana]) =>
  told(
    "messages",
    onNumber({
      contacts,
      messages: [
        { from: "15550002222", from_user_id: bsuid, id: "wamid.IN1", timestamp: "1795248000", ...message },
      ],
    }),
  )[0];

describe("messages", () => {
  test.each<[Fields, string]>([
    [{ type: "text", text: { body: "Hola" } }, "Message from Ana: “Hola”"],
    [
      { type: "image", image: { id: "9", mime_type: "image/jpeg", caption: "this one" } },
      "Message from Ana: a picture with “this one”",
    ],
    [{ type: "audio", audio: { id: "9", voice: true } }, "Message from Ana: a voice message"],
    [{ type: "audio", audio: { id: "9" } }, "Message from Ana: an audio file"],
    [{ type: "video", video: { id: "9" } }, "Message from Ana: a video"],
    [
      { type: "document", document: { id: "9", filename: "quote.pdf" } },
      "Message from Ana: a file (quote.pdf)",
    ],
    [{ type: "sticker", sticker: { id: "9", animated: false } }, "Message from Ana: a sticker"],
    [
      {
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: "yes", title: "Yes" } },
      },
      "Ana chose “Yes”",
    ],
    [
      {
        type: "interactive",
        interactive: { type: "list_reply", list_reply: { id: "slot-9", title: "9:00" } },
      },
      "Ana chose “9:00”",
    ],
    [
      {
        type: "interactive",
        interactive: { type: "nfm_reply", nfm_reply: { name: "flow", response_json: "{}" } },
      },
      "Ana filled in a form.",
    ],
    [{ type: "button", button: { payload: "STOP", text: "Stop" } }, "Ana tapped “Stop”"],
    [
      { type: "location", location: { latitude: 40.4, longitude: -3.7, name: "Shop", address: "Street 1" } },
      "Message from Ana: a location (Shop)",
    ],
    [
      { type: "contacts", contacts: [{ name: { formatted_name: "Lu Go" } }] },
      "Message from Ana: contact details",
    ],
    [{ type: "reaction", reaction: { message_id: "wamid.OUT1", emoji: "👍" } }, "Ana reacted with 👍"],
    [{ type: "reaction", reaction: { message_id: "wamid.OUT1" } }, "Ana took back a reaction."],
    [
      {
        type: "order",
        order: { catalog_id: "1", product_items: [{ product_retailer_id: "sku1", quantity: 2 }] },
      },
      "Ana ordered one product from the catalogue.",
    ],
    [
      { type: "system", system: { type: "user_changed_number", wa_id: "15550009999", user_id: "US.2" } },
      "Ana has a new phone number.",
    ],
    [
      { type: "unsupported", errors: [{ code: 131051, title: "Message type unknown" }] },
      "Ana sent something that WhatsApp does not pass on to apps.",
    ],
    [
      { type: "text", text: { body: "from ad" }, referral: { source_type: "ad", headline: "Chat" } },
      "Message from Ana: “from ad” They came from the ad “Chat”.",
    ],
    [{ type: "hologram", hologram: {} }, "Message from Ana: something of a new kind"],
  ])("%j", (message, sentence) => {
    expect(said(message)).toBe(sentence);
  });
});

describe("who it is", () => {
  const text = { type: "text", text: { body: "Hi" } };
  const hidden = { from: null, from_user_id: bsuid };

  test("the profile's name, even where the phone number is hidden", () => {
    expect(said({ ...text, ...hidden }, [{ profile: { name: "Ana" }, user_id: bsuid }])).toBe(
      "Message from Ana: “Hi”",
    );
  });

  test("else the username, else the number, and never the bare id of someone who hides both", () => {
    const { from: _, ...anonymous } = { from: "1", from_user_id: bsuid };
    expect(said(text, [{ profile: { username: "ana.k" }, user_id: bsuid }])).toBe(
      "Message from @ana.k: “Hi”",
    );
    expect(said({ ...text, from_user_id: null }, [])).toBe("Message from +15550002222: “Hi”");
    const summary = said({ ...text, ...anonymous, from: null }, []);
    expect(summary).toBe("Message from someone without a shown name: “Hi”");
    expect(summary).not.toContain("US.");
  });

  test("in a bundle of several, each message is its own sender's", () => {
    const bo = { profile: { name: "Bo" }, user_id: "US.2" };
    const messages = [
      { from: "15550002222", from_user_id: bsuid, id: "1", timestamp: "1", ...text },
      { from_user_id: "US.2", id: "2", timestamp: "1", ...text },
    ];
    expect(told("messages", onNumber({ contacts: [ana, bo], messages }))).toEqual([
      "Message from Ana: “Hi”",
      "Message from Bo: “Hi”",
    ]);
  });
});

describe("statuses", () => {
  const status = (more: Fields, contacts: Json[] = [ana]) =>
    told(
      "messages",
      onNumber({
        contacts,
        statuses: [{ id: "wamid.OUT1", timestamp: "1795248010", recipient_id: "15550002222", ...more }],
      }),
    )[0];

  test.each([
    ["sent", "A message to Ana was sent."],
    ["delivered", "A message reached Ana."],
    ["read", "A message was read by Ana."],
    ["played", "A voice message was played by Ana."],
    ["teleported", "A message to Ana has a new state."],
  ])("%s", (state, sentence) => {
    expect(status({ status: state })).toBe(sentence);
  });

  test("a failed one says why, although it names no contact", () => {
    const errors = [
      { code: 131047, title: "Re-engagement message", error_data: { details: "more than 24 hours since …" } },
    ];
    expect(status({ status: "failed", errors }, [])).toBe(
      "A message to +15550002222 was not delivered. More than 24 hours have passed since the customer last wrote.",
    );
  });

  test("a failure with a code that is new is told in WhatsApp's own words", () => {
    const errors = [{ code: 139999, title: "New", error_data: { details: "The moon is in the way" } }];
    expect(status({ status: "failed", errors }, [])).toBe(
      "A message to +15550002222 was not delivered. WhatsApp says: “The moon is in the way”",
    );
  });

  test("one to someone who hides their number is about their name", () => {
    const contacts = [{ profile: { name: "Ana" }, user_id: bsuid }];
    expect(status({ status: "read", recipient_id: null, recipient_user_id: bsuid }, contacts)).toBe(
      "A message was read by Ana.",
    );
  });

  test("delivered and read are two events of one message", () => {
    const statuses = ["sent", "delivered", "read", "delivered"].map((state) => ({
      id: "wamid.OUT1",
      status: state,
      timestamp: "1",
    }));
    const keys = events("messages", onNumber({ statuses })).map(({ externalId }) => externalId);
    expect(new Set(keys).size).toBe(3);
    expect(keys[1]).toBe(keys[3]);
  });
});

describe("the number and its account", () => {
  test.each<[string, Fields, string]>([
    [
      "account_update",
      {
        event: "ACCOUNT_RESTRICTION",
        restriction_info: [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING" }],
      },
      "Meta has restricted the WhatsApp account.",
    ],
    ["account_update", { event: "DISABLED_UPDATE", ban_info: {} }, "Meta has disabled the WhatsApp account."],
    ["account_update", { event: "SOMETHING_NEW" }, "News about the WhatsApp account (SOMETHING_NEW)."],
    [
      "phone_number_quality_update",
      {
        display_phone_number: "15550001111",
        event: "THROUGHPUT_UPGRADE",
        current_limit: "TIER_UNLIMITED",
        max_daily_conversations_per_business: "TIER_10K",
      },
      "+15550001111 may send more at once. Limit: 10,000 customers a day.",
    ],
    [
      "message_template_status_update",
      { event: "REJECTED", message_template_name: "reminder", reason: "INVALID_FORMAT" },
      "The template “reminder” was rejected (INVALID_FORMAT).",
    ],
    [
      "message_template_status_update",
      { event: "APPROVED", message_template_name: "reminder", reason: "NONE" },
      "The template “reminder” was approved.",
    ],
    [
      "phone_number_name_update",
      { display_phone_number: "1", decision: "APPROVED", requested_verified_name: "Harbour Bakery" },
      "The name “Harbour Bakery” was approved.",
    ],
    [
      "account_alerts",
      {
        entity_type: "PHONE_NUMBER",
        entity_id: "200",
        alert_info: { alert_description: "Too many reports" },
      },
      "Meta warns about the WhatsApp account: “Too many reports”",
    ],
    [
      "security",
      { display_phone_number: "15550001111", event: "PIN_CHANGED" },
      "The PIN of +15550001111 was changed.",
    ],
    ["brand_new", {}, "An event of a kind that is not handled yet: brand_new."],
  ])("%s %j", (field, value, sentence) => {
    expect(told(field, value)).toEqual([sentence]);
  });

  test("an error that belongs to no message is told with what it means", () => {
    expect(told("messages", onNumber({ contacts: [], errors: [{ code: 131031, title: "x" }] }))).toEqual([
      "WhatsApp reports a problem. Meta has restricted this account.",
    ]);
  });

  test("an alert about a number belongs to the number", () => {
    const [event] = events("account_alerts", {
      entity_type: "PHONE_NUMBER",
      entity_id: "200",
      alert_info: {},
    });
    expect(event?.accountExternalId).toBe("200");
  });
});

test("the kinds have plain names, and an unknown one keeps its own", () => {
  expect(whatsappInterpreter.label("statuses")).toBe("Delivery status");
  expect(whatsappInterpreter.label("brand_new")).toBe("brand_new");
  expect(whatsappInterpreter.label("constructor")).toBe("constructor");
});
