import fc from "fast-check";
import { expect, test } from "vitest";
import { contactKey } from "#lib/providers/whatsapp/contact-key.ts";
import { laterStatus, type MessageStatus, messageStatuses } from "#lib/providers/whatsapp/later-status.ts";

const after = (...told: MessageStatus[]) => told.reduce<MessageStatus>(laterStatus, "queued");

test.each<[MessageStatus[], MessageStatus]>([
  [["read", "delivered", "sent"], "read"],
  [["delivered", "delivered", "sent"], "delivered"],
  [["sent", "failed"], "failed"],
  [["failed", "sent"], "failed"],
  [["failed", "delivered"], "failed"],
  [["delivered", "failed"], "delivered"],
  [["played", "read"], "played"],
])("%j ends as %s", (told, end) => {
  expect(after(...told)).toBe(end);
});

test("without a failure, every order ends in the same state", () => {
  const statuses = fc.constantFrom<MessageStatus>("sent", "delivered", "read", "played");
  const told = fc.array(statuses, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(told, (order) => {
      const sorted = order.toSorted((a, b) => messageStatuses.indexOf(a) - messageStatuses.indexOf(b));
      expect(after(...order)).toBe(sorted.at(-1));
      expect(after(...order, ...order.toReversed())).toBe(sorted.at(-1));
    }),
  );
});

test("a person is known by the business's own id, and by the number where there is no such id", () => {
  expect(contactKey({ from: "15550002222", from_user_id: "US.1" })).toBe("US.1");
  expect(contactKey({ from_user_id: "US.1" })).toBe("US.1");
  expect(contactKey({ from: "15550002222" })).toBe("15550002222");
  expect(contactKey({ recipient_id: "15550002222", recipient_user_id: "US.1" })).toBe("US.1");
  expect(contactKey({})).toBeUndefined();
});
