import { expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { facebookInterpreter } from "#lib/providers/facebook/interpret.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";

function told(entry: { [key: string]: Json }): string[] {
  const events = splitEnvelope({ object: "page", entry: [{ id: "104", time: 1, ...entry }] });
  return events.map((event) => facebookInterpreter.interpret(event).summary);
}
const messaging = (inner: { [key: string]: Json }) =>
  told({ messaging: [{ sender: { id: "65" }, recipient: { id: "104" }, timestamp: 1, ...inner }] })[0];
const feed = (value: { [key: string]: Json }) => told({ changes: [{ field: "feed", value }] })[0];

test.each([
  [{ message: { mid: "m", text: "Are you\n open?" } }, "Message from a customer: “Are you open?”"],
  [{ message: { mid: "m", attachments: [{ type: "image" }] } }, "Message from a customer: a picture"],
  [
    { message: { mid: "m", text: "this", attachments: [{ type: "file" }] } },
    "Message from a customer: “this” with a file",
  ],
  [{ message: { mid: "m", attachments: [{}, {}] } }, "Message from a customer: 2 attachments"],
  [{ message: { mid: "m", is_echo: true, text: "Yes" } }, "Sent to a customer: “Yes”"],
  [{ postback: { mid: "m", title: "Prices" } }, "A customer tapped “Prices”"],
  [{ delivery: { watermark: 1 } }, "Messages reached a customer."],
  [{ read: { watermark: 1 } }, "A customer read the conversation."],
  [{ reaction: { mid: "m", action: "react", emoji: "❤️" } }, "A customer reacted with ❤️"],
  [{ reaction: { mid: "m", action: "unreact", emoji: "❤️" } }, "A customer took back ❤️."],
  [{ message_edit: { mid: "m", text: "new", num_edit: 1 } }, "A customer changed a message to “new”"],
  [{ pass_thread_control: {} }, "A conversation with a customer was handed to another app."],
  [{ something_new: 1 }, "An event of a kind that is not handled yet: something_new."],
])("%j is told as %s", (inner, sentence) => {
  expect(messaging(inner)).toBe(sentence);
});

test("what happens in the feed is told with the name it comes with", () => {
  const from = { id: "65", name: "Dana" };
  expect(feed({ item: "comment", verb: "add", from, message: "Looks great" })).toBe(
    "Dana added a comment: “Looks great”",
  );
  expect(feed({ item: "reaction", verb: "add", from, reaction_type: "love" })).toBe(
    "Dana added a reaction (love)",
  );
  expect(feed({ item: "post", verb: "remove" })).toBe("Someone removed a post.");
});

test("a long text is cut between characters, not within one", () => {
  const summary = messaging({ message: { mid: "m", text: "👍".repeat(200) } }) ?? "";
  expect(summary).toBe(`Message from a customer: “${"👍".repeat(120)}…”`);
});

test("the kinds have plain names, and an unknown one keeps its own", () => {
  expect(facebookInterpreter.label("messages")).toBe("Message received");
  expect(facebookInterpreter.label("brand_new")).toBe("brand_new");
  expect(facebookInterpreter.label("constructor")).toBe("constructor");
});
