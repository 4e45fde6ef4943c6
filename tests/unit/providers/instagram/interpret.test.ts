import { describe, expect, test } from "vitest";
import type { Json } from "#lib/providers/contract.ts";
import { instagramInterpreter } from "#lib/providers/instagram/interpret.ts";
import { splitEnvelope } from "#lib/providers/meta/split.ts";

type Fields = { [key: string]: Json };
const account = "17841400000000001";

function events(entry: Fields) {
  return splitEnvelope({ object: "instagram", entry: [{ id: account, time: 1795248000456, ...entry }] });
}
const addressed = (inner: Fields): Fields => ({
  sender: { id: "1280000000000001" },
  recipient: { id: account },
  timestamp: 1795248000300,
  ...inner,
});
const told = (entry: Fields) =>
  events(entry).map((event) => instagramInterpreter.interpret(event).summary)[0];
const story = { id: "17900000000000001", url: "https://cdn.example/s" };

describe("messaging, in either shape", () => {
  test.each<[Fields, string, string]>([
    [{ message: { mid: "1", text: "In stock?" } }, "messages", "Message from a customer: “In stock?”"],
    [
      {
        message: {
          mid: "2",
          attachments: [{ type: "image", payload: { url: "https://cdn.example/a.jpg" } }],
        },
      },
      "messages",
      "Message from a customer: a picture",
    ],
    [
      {
        message: {
          mid: "3",
          attachments: [{ type: "story_mention", payload: { url: "https://cdn.example/s" } }],
        },
      },
      "messages",
      "Message from a customer: a mention in a story",
    ],
    [
      { message: { mid: "4", text: "wow", reply_to: { story } } },
      "messages",
      "Answer to a story from a customer: “wow”",
    ],
    [
      { message: { mid: "5", text: "and this?", reply_to: { mid: "1" } } },
      "messages",
      "Message from a customer: “and this?”",
    ],
    [{ message: { mid: "6", is_deleted: true } }, "messages", "A customer took back a message."],
    [
      { message: { mid: "7", is_unsupported: true } },
      "messages",
      "A customer sent something that Instagram does not pass on to apps.",
    ],
    [
      { message: { mid: "8", attachments: [{ type: "ephemeral" }] } },
      "messages",
      "Message from a customer: a picture that disappears",
    ],
    [{ message: { mid: "9", text: "Yes!", is_echo: true } }, "message_echoes", "Sent to a customer: “Yes!”"],
    [
      { reaction: { mid: "9", action: "react", reaction: "love", emoji: "❤️" } },
      "message_reactions",
      "A customer reacted with ❤️",
    ],
    [{ read: { mid: "9" } }, "messaging_seen", "A customer read the conversation."],
    [
      { postback: { mid: "10", title: "Opening hours", payload: "HOURS" } },
      "messaging_postbacks",
      "A customer tapped “Opening hours”",
    ],
    [
      { referral: { ref: "bio", source: "IGME-SOURCE-LINK", type: "OPEN_THREAD" } },
      "messaging_referral",
      "A customer came through a link (bio).",
    ],
    [
      { message_edit: { mid: "1", text: "The red one?", num_edit: 1 } },
      "message_edit",
      "A customer changed a message to “The red one?”",
    ],
  ])("%j", (inner, eventType, sentence) => {
    const [real] = events({ messaging: [addressed(inner)] });
    const [asChange] = events({ changes: [{ field: eventType, value: addressed(inner) }] });

    expect(real).toMatchObject({ provider: "instagram", accountExternalId: account, eventType });
    expect(real && instagramInterpreter.interpret(real).summary).toBe(sentence);
    // The same happening told in the other shape must not count twice.
    expect(asChange).toMatchObject({ eventType, externalId: real?.externalId });
    expect(asChange && instagramInterpreter.interpret(asChange).summary).toBe(sentence);
  });

  test("a message taken back is another event than the message", () => {
    const message = (more: Fields) =>
      events({ messaging: [addressed({ message: { mid: "6", ...more } })] })[0];
    expect(message({ is_deleted: true })?.externalId).not.toBe(message({ text: "Hi" })?.externalId);
  });

  test("the dashboard's test names its own account, and a number stays what it was", () => {
    const value = { sender: { id: "12334" }, recipient: { id: "23245" }, message: { mid: "r", text: "t" } };
    const [event] = splitEnvelope({
      object: "instagram",
      entry: [{ changes: [{ field: "messages", value }] }],
    });
    expect(event).toMatchObject({ accountExternalId: "23245", eventType: "messages" });
  });

  test("what another app answers is seen, and said to be its", () => {
    expect(told({ standby: [addressed({ message: { mid: "1", text: "Hi" } })] })).toBe(
      "Message from a customer: “Hi” Another app controls this conversation.",
    );
  });
});

describe("comments and mentions", () => {
  const from = { id: "1280000000000001", username: "dana.k" };
  const comment = { id: "180", from, text: "Price?", media: { id: "179", media_product_type: "FEED" } };

  test.each<[Fields, string]>([
    [comment, "@dana.k commented on a post: “Price?”"],
    [{ ...comment, media: { media_product_type: "REELS" } }, "@dana.k commented on a reel: “Price?”"],
    [{ ...comment, parent_id: "170" }, "@dana.k answered a comment: “Price?”"],
    [{ comment_id: "180", verb: "remove" }, "Someone removed a comment."],
  ])("%j", (value, sentence) => {
    expect(told({ changes: [{ field: "comments", value }] })).toBe(sentence);
  });

  test("a comment printed without a list around it is the same comment", () => {
    const [listed] = events({ changes: [{ field: "comments", value: comment }] });
    const [bare] = events({ field: "comments", value: comment });
    const [inWords] = events({
      changes: [{ field: "comments", value: { ...comment, id: "x", comment_id: "180" } }],
    });
    expect(bare?.externalId).toBe(listed?.externalId);
    expect(inWords?.externalId).toBe(listed?.externalId);
    expect(bare && instagramInterpreter.interpret(bare).summary).toBe(
      "@dana.k commented on a post: “Price?”",
    );
  });

  test("a mention says where it was", () => {
    expect(told({ changes: [{ field: "mentions", value: { media_id: "1", comment_id: "2" } }] })).toBe(
      "Someone mentioned the account in a comment.",
    );
    expect(told({ changes: [{ field: "mentions", value: { media_id: "1" } }] })).toBe(
      "Someone mentioned the account in a post.",
    );
  });
});

test("the kinds have plain names, and an unknown one keeps its own", () => {
  expect(instagramInterpreter.label("messaging_seen")).toBe("Read");
  expect(instagramInterpreter.label("brand_new")).toBe("brand_new");
  expect(instagramInterpreter.label("constructor")).toBe("constructor");
  expect(told({ messaging: [addressed({ wave_from_the_future: {} })] })).toBe(
    "An event of a kind that is not handled yet: wave_from_the_future.",
  );
});
