import { describe, expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";
import { interpreterFor } from "#lib/providers/registry.ts";
import { twilioInterpreter } from "#lib/providers/twilio-whatsapp/interpret.ts";

const look = { effect: { kind: "check" }, needsAccess: true };
const meaningsOf = (body: Json) =>
  splitEnvelope(body).map((event) => ({
    externalId: event.externalId,
    ...interpreterFor(event.provider).interpret(event),
  }));

const saidAt = (object: string, item: { [key: string]: Json }) => {
  const addressed = { sender: { id: "6" }, recipient: { id: "104:1" }, timestamp: 2, ...item };
  return meaningsOf({ object, entry: [{ id: "104:1", time: 1, messaging: [addressed] }] })[0];
};

test("what was delivered on Messenger waits for the last of what the Page wrote", () => {
  const key = saidAt("page", { message: { mid: "m_3", is_echo: true, text: "Yes" } })?.externalId;
  const delivered = saidAt("page", { delivery: { mids: ["m_2", "m_3"], watermark: 3 } });
  expect(delivered?.awaits).toEqual({ externalId: key });
  expect(saidAt("page", { delivery: { watermark: 3 } })?.awaits).toBeUndefined();
});

describe.each(["page", "instagram"])("at %s", (object) => {
  const said = (item: { [key: string]: Json }) => saidAt(object, item);

  test("an edit and a deletion wait for their message, by the key it is stored under", () => {
    const key = said({ message: { mid: "m_1", text: "Hello" } })?.externalId;
    expect(key).toContain("messages:m_1");
    expect(said({ message_edit: { mid: "m_1", text: "Hello?", num_edit: 1 } })?.awaits).toEqual({
      externalId: key,
    });
    expect(said({ message: { mid: "m_1", is_deleted: true } })?.awaits).toEqual({ externalId: key });
  });

  test("the business's own deletion waits for what the business wrote", () => {
    const echo = { mid: "m_2", is_echo: true };
    const key = said({ message: { ...echo, text: "Yes" } })?.externalId;
    expect(said({ message: { ...echo, is_deleted: true } })?.awaits).toEqual({ externalId: key });
  });

  test("nothing else waits, since what it refers to may never come", () => {
    const others: { [key: string]: Json }[] = [
      { message: { mid: "m_3", text: "Hello", reply_to: { mid: "m_1" } } },
      { reaction: { mid: "m_1", action: "react", reaction: "love" } },
      { read: { mid: "m_1", watermark: 3 } },
      { message_edit: { text: "no id" } },
    ];
    for (const item of others) expect(said(item)?.awaits).toBeUndefined();
  });
});

describe("news that asks for a look", () => {
  const whatsapp = (field: string, value: Json) =>
    meaningsOf({
      object: "whatsapp_business_account",
      entry: [{ id: "100", time: 1, changes: [{ field, value }] }],
    })[0];
  const failed = (code: number) =>
    whatsapp("messages", {
      metadata: { phone_number_id: "200" },
      statuses: [{ id: "wamid.1", status: "failed", errors: [{ code }] }],
    });

  test.each([
    ["account_update", { event: "ACCOUNT_RESTRICTION" }],
    ["account_review_update", { decision: "REJECTED" }],
    ["account_alerts", {}],
    ["phone_number_quality_update", { event: "DOWNGRADE" }],
    ["phone_number_name_update", { decision: "APPROVED" }],
    ["security", { event: "PIN_CHANGED" }],
  ])("WhatsApp: %s %j", (field, value) => {
    expect(whatsapp(field, value)).toMatchObject(look);
  });

  test("what may mend a broken number is not kept waiting for it to be mended", () => {
    const back = whatsapp("account_update", { event: "ACCOUNT_RECONNECTED" });
    expect(back).toMatchObject({ effect: { kind: "check" } });
    expect(back?.needsAccess).toBeUndefined();
  });

  test("news of templates, and a message that failed for itself, ask for none", () => {
    expect(whatsapp("message_template_status_update", { event: "REJECTED" })?.effect).toBeUndefined();
    expect(failed(131_047)?.effect).toBeUndefined();
    expect(failed(999_999)?.effect).toBeUndefined();
    expect(failed(131_042)).toMatchObject(look);
    expect(failed(131_031)).toMatchObject(look);
  });

  test("at Twilio the code of a failed message decides", () => {
    const told = (ErrorCode: string) =>
      twilioInterpreter.interpret({
        eventType: "status.failed",
        payload: { To: "whatsapp:+1555", ErrorCode },
      });
    expect(told("63007")).toMatchObject(look);
    expect(told("30002")).toMatchObject(look);
    expect(told("63016").effect).toBeUndefined();
    expect(told("").effect).toBeUndefined();
  });

  test("Facebook's policy notices ask for one", () => {
    const messaging = [{ recipient: { id: "104" }, timestamp: 1, policy_enforcement: { action: "block" } }];
    expect(meaningsOf({ object: "page", entry: [{ id: "104", time: 1, messaging }] })).toMatchObject([look]);
  });
});

test.each(["facebook", "instagram", "whatsapp", "twilio_whatsapp", "zoom", "a platform that is gone"])(
  "a kind that %s never told us of is unknown, by its own name",
  (provider) => {
    expect(interpreterFor(provider).interpret({ eventType: "brand_new.kind", payload: {} })).toEqual({
      summary: "An event of a kind that is not handled yet: brand_new.kind.",
      isUnknown: true,
    });
  },
);
