import { expect, test } from "vitest";
import { faultVerdict } from "#lib/providers/fault-verdict.ts";
import { twilioErrorRows } from "#lib/providers/twilio-whatsapp/error-rows.ts";
import { twilioFault } from "#lib/providers/twilio-whatsapp/errors.ts";

const faultOf = (status: number, code: number | null, headers: Record<string, string> = {}) =>
  twilioFault(status, new Headers(headers), code === null ? null : { code, message: "Authenticate", status });

const cases: [number, number, string, RegExp][] = [
  [20003, 401, "reauthorize", /does not accept this Account SID with this Auth Token/],
  [20403, 403, "account_restricted", /suspended or closed/],
  [10001, 403, "account_restricted", /suspended or closed/],
  [20005, 403, "account_restricted", /suspended or closed/],
  [20008, 403, "wrong_token", /test credentials/],
  [20404, 404, "gone", /does not find it/],
  [20429, 429, "rate_limited", /slow down/],
  [21211, 400, "recipient_unreachable", /does not take this customer's address/],
  [21408, 400, "misconfigured", /customer's country/],
  [21606, 400, "misconfigured", /cannot send this kind/],
  [21607, 400, "rejected", /trial number only/],
  [21608, 400, "recipient_unreachable", /verified numbers only/],
  [21610, 400, "recipient_unreachable", /asked not to be written to/],
  [30002, 200, "account_restricted", /suspended before the message left/],
  [30016, 400, "misconfigured", /not on the same channel/],
  [63008, 400, "misconfigured", /not on the same channel/],
  [63031, 400, "rejected", /to the sender itself/],
  [63003, 200, "recipient_unreachable", /not on WhatsApp/],
  [63007, 400, "misconfigured", /not a WhatsApp sender of this Twilio account/],
  [63013, 200, "rejected", /WhatsApp's rules/],
  [63015, 200, "recipient_unreachable", /not joined Twilio's sandbox/],
  [63016, 200, "window_closed", /24 hours/],
  [63018, 200, "rate_limited", /more than WhatsApp allows/],
  [63019, 200, "rejected", /attachment could not be fetched/],
  [63020, 200, "account_restricted", /not accepted Twilio's invitation/],
  [63021, 200, "rejected", /1,024 characters/],
  [63024, 200, "recipient_unreachable", /does not know this customer's address/],
  [11200, 200, "misconfigured", /could not hand a message/],
  [12300, 200, "misconfigured", /could not hand a message/],
  [57012, 200, "misconfigured", /could not hand a message/],
];

test.each(cases)("%i is told in words, with the step that helps", (code, status, kind, sentence) => {
  const fault = faultOf(status, code);
  expect(fault).toMatchObject({ kind, code: String(code), sentence: expect.stringMatching(sentence) });
  expect(fault.sentence).toMatch(/^[A-Z].*\.$/);
  expect(fault.nextStep).toMatch(/^[A-Z].*\.$/);
});

test("every code of the table has its case here, and stands in one row only", () => {
  const codes = twilioErrorRows.flatMap((row) => row.codes);
  expect(codes.sort()).toEqual(cases.map(([code]) => code).sort());
  expect(new Set(codes).size).toBe(codes.length);
});

test("an answer without Twilio's envelope is judged by its status", () => {
  expect(faultOf(401, null)).toMatchObject({ kind: "reauthorize", code: "HTTP 401" });
  expect(faultOf(429, null).kind).toBe("rate_limited");
  expect(faultOf(503, null).kind).toBe("temporary");
  expect(faultOf(400, 99_999)).toMatchObject({ kind: "rejected", code: "99999" });
  expect(faultOf(500, 20_500).kind).toBe("temporary");
});

test("an outage and a rate limit say nothing about a connection", () => {
  expect([faultOf(503, null), faultOf(429, 20_429)].map(({ kind }) => faultVerdict(kind))).toEqual([
    "unknown",
    "unknown",
  ]);
});

test("Twilio's own text is never repeated, and what support needs is kept", () => {
  const fault = faultOf(429, 20_429, { "retry-after": "7", "twilio-request-id": "RQ1" });
  expect(fault).toMatchObject({ retryAfterSeconds: 7, traceId: "RQ1" });
  expect(JSON.stringify(fault)).not.toContain("Authenticate");
});
