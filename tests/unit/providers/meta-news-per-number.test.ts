import { expect, test } from "vitest";
import type { KnownAccount } from "#lib/providers/contract.ts";
import { newsPerNumber } from "#lib/providers/meta/news-per-number.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";

const wabaId = "100000000000001";
const bakery = { externalId: "200000000000002", details: { wabaId, phoneNumber: "+1 555-000-1111" } };
const cafe = { externalId: "200000000000003", details: { wabaId, phoneNumber: "+1 555-000-2222" } };

const news = (field: string, value: Record<string, string>) =>
  splitEnvelope({
    object: "whatsapp_business_account",
    entry: [{ id: wabaId, time: 1_795_248_000, changes: [{ field, value }] }],
  });

function connected(...accounts: KnownAccount[]) {
  const asked: unknown[] = [];
  const accountsWith = async (...question: unknown[]) => {
    asked.push(question);
    return accounts;
  };
  return { asked, accountsWith };
}

test("news about the account goes to each of its numbers, under a key of its own", async () => {
  const context = connected(bakery, cafe);
  const restriction = news("account_update", { event: "ACCOUNT_RESTRICTION" });
  const routed = await newsPerNumber(restriction, context);

  expect(routed).toMatchObject([
    { eventType: "account_update", accountExternalId: bakery.externalId, payload: restriction[0]?.payload },
    { eventType: "account_update", accountExternalId: cafe.externalId, payload: restriction[0]?.payload },
  ]);
  expect(new Set([...restriction, ...routed].map(({ externalId }) => externalId)).size).toBe(3);
  expect(await newsPerNumber(news("account_update", { event: "ACCOUNT_RESTRICTION" }), context)).toEqual(
    routed,
  );
  expect(context.asked[0]).toEqual(["whatsapp", { wabaId }]);
});

test("news about a number that it writes out in digits goes to that number, and to no sibling", async () => {
  const told = (digits: string) => news("phone_number_quality_update", { display_phone_number: digits });
  const context = connected(bakery, cafe);

  expect(await newsPerNumber(told("15550002222"), context)).toMatchObject([
    { accountExternalId: cafe.externalId },
  ]);
  expect(await newsPerNumber(told("15550003333"), context)).toMatchObject([{ accountExternalId: wabaId }]);
});

test("of an account no number of which is connected here, it stays the account's", async () => {
  const events = news("account_update", { event: "ACCOUNT_DELETED" });
  expect(await newsPerNumber(events, connected())).toEqual(events);
});

test("messages and other platforms' events ask nobody, and many news of one account ask once", async () => {
  const message = { id: "wamid.1", from: "15550002222", timestamp: "1795248000", type: "text" };
  const value = { metadata: { phone_number_id: bakery.externalId }, messages: [message] };
  const context = connected(bakery);
  const others = [
    ...splitEnvelope({
      object: "whatsapp_business_account",
      entry: [{ id: wabaId, changes: [{ field: "messages", value }] }],
    }),
    ...splitEnvelope({ object: "page", entry: [{ id: wabaId, changes: [{ field: "feed", value: {} }] }] }),
  ];
  expect(others).toHaveLength(2);
  expect(await newsPerNumber(others, context)).toEqual(others);
  expect(context.asked).toEqual([]);

  const two = [...news("account_update", { event: "A" }), ...news("account_update", { event: "B" })];
  expect(await newsPerNumber(two, context)).toHaveLength(2);
  expect(context.asked).toHaveLength(1);
});
