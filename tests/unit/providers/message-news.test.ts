import { expect, test } from "vitest";
import type { Json, MessageNews, ProviderEvent } from "#lib/providers/contract.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { formEvent } from "#lib/providers/twilio-whatsapp/form-event.ts";

type Fields = { [key: string]: Json };
const account = "104000000000001";
const customer = { id: "6500000000000001" };

const newsOf = (event: ProviderEvent | undefined): MessageNews | undefined =>
  event && interpreterFor(event.provider).interpret(event).message;

const inConversation = (object: string, list: string, item: Fields) =>
  newsOf(splitEnvelope({ object, entry: [{ id: account, time: 1795248000123, [list]: [item] }] })[0]);
const written = { sender: customer, recipient: { id: account }, timestamp: 1795248000001 };
const answered = { sender: { id: account }, recipient: customer, timestamp: 1795248000001 };

test.each(["page", "instagram"])(
  "on %s what a customer writes or taps is received, an echo is sent",
  (object) => {
    const told = (item: Fields, list = "messaging") => inConversation(object, list, item);
    const received = { kind: "received", contact: customer.id };
    const sent = { kind: "sent", contact: customer.id };

    expect(told({ ...written, message: { mid: "m", text: "Hi" } })).toEqual(received);
    expect(told({ ...written, postback: { mid: "m", title: "Prices" } })).toEqual(received);
    expect(told({ ...answered, message: { mid: "m", is_echo: true, text: "Yes" } })).toEqual(sent);
    expect(told({ ...answered, message: { mid: "m", is_echo: true } }, "standby")).toEqual(sent);
    expect(told({ ...written, sender: { user_ref: "x" }, postback: { mid: "m" } })).toEqual({
      kind: "received",
      contact: null,
    });
  },
);

test.each<[string, Fields]>([
  ["taken back", { ...written, message: { mid: "m", is_deleted: true } }],
  ["a note to itself", { ...answered, recipient: { id: account }, message: { mid: "m", is_echo: true } }],
  ["a reaction", { ...written, reaction: { mid: "m", action: "react", emoji: "❤️" } }],
  ["an edit", { ...written, message_edit: { mid: "m", text: "new", num_edit: 1 } }],
  ["read", { ...written, read: { mid: "m" } }],
  ["delivered", { ...written, delivery: { mids: ["m"], watermark: 1 } }],
])("what was %s is no message", (_, item) => {
  for (const object of ["page", "instagram"])
    expect(inConversation(object, "messaging", item)).toBeUndefined();
});

const contacts = [{ profile: { name: "Ana" }, wa_id: "15550002222", user_id: "US.1" }];
function onNumber(content: Fields): ProviderEvent | undefined {
  const value = { metadata: { phone_number_id: "200000000000002" }, contacts, ...content };
  const entry = [{ id: "100000000000001", changes: [{ field: "messages", value }] }];
  return splitEnvelope({ object: "whatsapp_business_account", entry })[0];
}

test("a person on WhatsApp is the same one when they write and when they are answered", () => {
  const message = { from: "15550002222", from_user_id: "US.1", id: "wamid.1", type: "text" };
  const status = { id: "wamid.2", status: "sent", recipient_id: "15550002222" };
  expect(newsOf(onNumber({ messages: [message] }))).toEqual({ kind: "received", contact: "US.1" });
  expect(newsOf(onNumber({ statuses: [status] }))).toMatchObject({ kind: "sent", contact: "US.1" });
  expect(newsOf(onNumber({ contacts: [], statuses: [status] }))).toMatchObject({ contact: "15550002222" });
  expect(newsOf(onNumber({ messages: [{ ...message, type: "reaction" }] }))).toBeUndefined();
});

test.each([
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["played", "read"],
  ["failed", "failed"],
])("WhatsApp's %s names the events of its siblings and its own", (status, kind) => {
  const event = onNumber({ statuses: [{ id: "wamid.2", status, recipient_id: "1" }] });
  const news = newsOf(event);
  expect(news).toMatchObject({ kind });
  expect(news?.states).toHaveLength(5);
  expect(news?.states).toContainEqual({ kind, externalId: event?.externalId });
});

const sid = `SM${"a".repeat(32)}`;
const form = (fields: Fields) =>
  formEvent(
    "AC1",
    { MessageSid: sid, From: "whatsapp:+1", To: "whatsapp:+2", ...fields },
    "/api/webhooks/twilio",
  );

test("Twilio's forms are received messages, and what became of sent ones", () => {
  expect(newsOf(form({ Body: "Hi" }))).toEqual({ kind: "received", contact: "whatsapp:+1" });
  expect(newsOf(form({ MessageStatus: "queued" }))).toBeUndefined();
  const told: Record<string, string>[] = [
    { MessageStatus: "sent" },
    { MessageStatus: "read" },
    { MessageStatus: "undelivered", ErrorCode: "63016" },
  ];
  for (const fields of told) {
    const event = form(fields);
    const news = newsOf(event);
    expect(news?.contact).toBe("whatsapp:+2");
    expect(news?.states).toContainEqual({ kind: news?.kind, externalId: event.externalId });
  }
});
