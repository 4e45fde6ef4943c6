import { expect, test } from "vitest";
import { twilioInterpreter } from "#lib/providers/twilio-whatsapp/interpret.ts";
import { phoneWords } from "#lib/providers/twilio-whatsapp/phone-words.ts";

const told = (fields: Record<string, string>, eventType = "message") =>
  twilioInterpreter.interpret({
    eventType,
    payload: {
      From: "whatsapp:+5511987654321",
      To: "whatsapp:+14155238886",
      NumMedia: "0",
      Body: "",
      ...fields,
    },
  }).summary;
const ana = { ProfileName: "Ana" };
const media = (type: string, more = {}) =>
  told({ ...ana, NumMedia: "1", MediaContentType0: type, MediaUrl0: "https://x", ...more });

test.each([
  [{ ...ana, Body: "Are you\n open?" }, "Message from Ana: “Are you open?”"],
  [{ Body: "hi" }, "Message from +55 119 876 54321: “hi”"],
  [{ From: "whatsapp:BR.1A2B3C", Body: "oi" }, "Message from someone with a hidden number (BR.1A2B3C): “oi”"],
  [{ ...ana, From: "whatsapp:BR.1A2B3C", Body: "oi" }, "Message from Ana: “oi”"],
  [
    { ...ana, ButtonText: "Confirm ✅", ButtonPayload: "{}", OriginalRepliedMessageSid: "MM1" },
    "Ana tapped “Confirm ✅”",
  ],
  [{ ...ana, ListId: "2", ListTitle: "Tomorrow 10:00" }, "Ana chose “Tomorrow 10:00” from a list"],
  [{ ListTitle: "A", From: "" }, "A customer chose “A” from a list"],
  [
    { ...ana, Latitude: "-23.5", Longitude: "-46.6", Label: "Praça da Sé" },
    "Message from Ana: a location: “Praça da Sé”",
  ],
  [{ ...ana, Latitude: "0", Longitude: "0" }, "Message from Ana: a location"],
  [
    { ...ana, Body: "Yes", OriginalRepliedMessageSid: "SM1" },
    "Message from Ana: “Yes”, in reply to a message",
  ],
  [
    { ...ana, Body: "Hi", ReferralSourceType: "ad", ReferralHeadline: "Half price" },
    "Message from Ana: “Hi”, after an ad (“Half price”)",
  ],
  [{ ...ana, Body: "Look", Forwarded: "true" }, "Message from Ana: “Look”, forwarded"],
  [{ ...ana, MessageType: "hologram" }, "Message from Ana: something of the kind “hologram”"],
  [{ ...ana, MessageType: "text" }, "Message from Ana: no text"],
] as [Record<string, string>, string][])("%j is told as %s", (fields, sentence) => {
  expect(told(fields)).toBe(sentence);
});

test("files are named by what they are, with the words they came with", () => {
  expect(media("image/jpeg")).toBe("Message from Ana: a picture");
  expect(media("image/jpeg", { Body: "this one" })).toBe("Message from Ana: a picture with “this one”");
  expect(media("audio/ogg")).toBe("Message from Ana: a voice message");
  expect(media("application/pdf")).toBe("Message from Ana: a document");
  expect(media("image/webp", { MessageType: "sticker" })).toBe("Message from Ana: a sticker");
  expect(media("constructor/x")).toBe("Message from Ana: a file");
  expect(media("image/png", { NumMedia: "3" })).toBe("Message from Ana: 3 files");
});

const sent = { From: "whatsapp:+14155238886", To: "whatsapp:+5511987654321" };

test.each([
  ["status.delivered", {}, "Your message to +55 119 876 54321 was delivered."],
  ["status.read", {}, "Your message to +55 119 876 54321 was read."],
  ["status.pondered", {}, "Your message to +55 119 876 54321 is now “pondered”."],
  [
    "status.failed",
    { ErrorCode: "63016", ErrorMessage: "" },
    "Your message to +55 119 876 54321 could not be sent: More than 24 hours have passed since the customer last wrote. Send an approved template instead.",
  ],
  [
    "status.undelivered",
    { ErrorCode: "69999", ErrorMessage: "", ChannelStatusMessage: "Meta said no" },
    "Your message to +55 119 876 54321 was not delivered: Twilio says “Meta said no” (69999).",
  ],
  [
    "status.failed",
    { ErrorCode: "69999" },
    "Your message to +55 119 876 54321 could not be sent: Twilio gives no reason but its code 69999.",
  ],
] as [string, Record<string, string>, string][])(
  "%s with %j is told in words",
  (eventType, fields, sentence) => {
    expect(told({ ...sent, ...fields }, eventType)).toBe(sentence);
  },
);

test("the kinds have plain names, and an unknown one keeps its own", () => {
  expect(twilioInterpreter.label("message")).toBe("Message received");
  expect(twilioInterpreter.label("status.read")).toBe("Read");
  expect(twilioInterpreter.label("constructor")).toBe("constructor");
  expect(told({}, "com.twilio.messaging.message.read")).toBe(
    "An event of a kind that is not handled yet: com.twilio.messaging.message.read.",
  );
});

test("numbers are grouped as people read them", () => {
  expect(phoneWords("+12025550101")).toBe("+1 202 555 0101");
  expect(phoneWords("+442079460102")).toBe("+44 207 946 0102");
  expect(phoneWords("+3531234567")).toBe("+353 123 4567");
  expect(phoneWords("BR.1A")).toBe("BR.1A");
});
