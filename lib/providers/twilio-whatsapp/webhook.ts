import type { Delivery, Reading, ReadingContext, RejectionReason, WebhookSender } from "../contract.ts";
import { parseJson } from "../parse-json.ts";
import { formEvent } from "./form-event.ts";
import { accountIn, jsonEvents } from "./json-events.ts";
import { readForm, storableForm } from "./read-form.ts";
import { twilioRemedies } from "./remedies.ts";
import { type Signed, signedAddresses, signedWith } from "./signature.ts";
import { inboundPath, statusPath } from "./webhook-address.ts";

/** Twilio posts what customers write, and what became of messages to them, for every account to the same two addresses. */
export const twilioWebhook: WebhookSender = {
  id: "twilio",
  paths: [inboundPath, statusPath],
  read,
  // Plain text would be sent to the customer as an answer; this is an answer that says nothing.
  acknowledgement: { status: 200, headers: { "content-type": "text/xml" }, body: "<Response/>" },
  keptHeaders: [
    "content-type",
    "content-length",
    "user-agent",
    "i-twilio-idempotency-token",
    "x-home-region",
    "x-forwarded-for",
  ],
  remedies: twilioRemedies,
  signatureHeader: "x-twilio-signature",
};

const accountShape = /^AC[0-9a-fA-F]{32}$/;

async function read(delivery: Delivery, context: ReadingContext): Promise<Reading> {
  if (delivery.method !== "POST") return refused("wrong_method", 405);

  const header = delivery.headers.get("x-twilio-signature");
  if (!header) return refused("missing_signature", 403);

  return delivery.url.searchParams.has("bodySHA256")
    ? readJson(delivery, header, context)
    : readParameters(delivery, header, context);
}

async function readParameters(delivery: Delivery, header: string, context: ReadingContext): Promise<Reading> {
  const form = readForm(delivery.body);
  if (!form) return refused("too_large", 413);

  const accountSid = form.AccountSid;
  const signed: Signed = { kind: "form", parameters: form };
  // Named twice it names no one: a token of the one must not vouch for the other.
  const proof = await prove(
    typeof accountSid === "string" ? accountSid : "",
    signed,
    delivery,
    header,
    context,
  );
  if (!proof.ok) return proof.refusal;

  const event = formEvent(proof.accountSid, storableForm(form), delivery.url.pathname);
  return { kind: "events", events: [event], verifiedWith: proof.verifiedWith };
}

async function readJson(delivery: Delivery, header: string, context: ReadingContext): Promise<Reading> {
  const body = parseJson(delivery.body);
  if (!body.ok) return refused("unparsable", 400);

  const signed: Signed = { kind: "json", body: delivery.body };
  const proof = await prove(accountIn(body.value) ?? "", signed, delivery, header, context);
  if (!proof.ok) return proof.refusal;

  return {
    kind: "events",
    events: jsonEvents(proof.accountSid, body.value),
    verifiedWith: proof.verifiedWith,
  };
}

type Proof = { ok: true; accountSid: string; verifiedWith: string } | { ok: false; refusal: Reading };

/**
 * The account a request names is believed only for looking up what could have signed it. One we hold no token of can prove
 * nothing, whatever it says.
 */
async function prove(
  accountSid: string,
  signed: Signed,
  { url }: Delivery,
  header: string,
  { accountSecrets, origins }: ReadingContext,
): Promise<Proof> {
  const tokens = accountShape.test(accountSid) ? await accountSecrets(accountSid) : [];
  if (tokens.length === 0) return { ok: false, refusal: refused("unknown_account", 403) };

  const token = signedWith(header, signedAddresses(origins, url), tokens, signed);
  return token
    ? { ok: true, accountSid, verifiedWith: token.name }
    : { ok: false, refusal: refused("bad_signature", 403) };
}

const refused = (reason: RejectionReason, status: number): Reading => ({ kind: "refused", reason, status });
