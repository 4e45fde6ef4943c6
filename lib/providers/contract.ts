import type { MeetingNews } from "./synchronization.ts";

/** Every account a person can connect is an account at one of these. */
export const providerIds = ["facebook", "instagram", "whatsapp", "twilio_whatsapp", "zoom"] as const;
export type ProviderId = (typeof providerIds)[number];

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A webhook request as it came, before anything in it is believed. */
export type Delivery = {
  method: string;
  /** The address the platform called, query included. */
  url: URL;
  headers: Headers;
  /** The exact bytes: signatures are made over them and over nothing else. */
  body: Uint8Array;
};

/** One thing that happened at a platform, cut out of a delivery. */
export type ProviderEvent = {
  provider: ProviderId;
  /** The account it belongs to, as in `connections.external_id`; null when the platform names none. */
  accountExternalId: string | null;
  /** The platform's own word for the kind of event, such as `messages` or `message_reads`. */
  eventType: string;
  /** The same for each delivery of this event and for no other event of this provider. */
  externalId: string;
  occurredAt: Date | null;
  payload: Json;
};

/** Why a delivery was refused; counted per minute in `webhook_rejections`. */
export type RejectionReason =
  | "bad_signature"
  | "missing_signature"
  | "stale"
  | "unparsable"
  | "too_large"
  | "too_slow"
  | "wrong_method"
  | "unknown_account"
  | "not_configured"
  | "bad_handshake";

/** What to do about deliveries refused for a reason, in a sentence or two for whoever runs this installation. */
export type Remedies = Partial<Record<RejectionReason, string>>;

/** What a sender made of a delivery. `verifiedWith` names the secret that matched, never its value. */
export type Reading =
  | { kind: "events"; events: ProviderEvent[]; verifiedWith: string }
  | {
      kind: "answer";
      status: number;
      headers: Record<string, string>;
      body: string;
      /** Set when the answer proves our address to the platform, which some demand again and again. */
      proves?: "address";
    }
  | { kind: "refused"; reason: RejectionReason; status: number };

export type WebhookSecret = { name: string; value: string };

/** An account that is connected here, with what the platform said of it then. */
export type KnownAccount = { externalId: string; details: Json };

/** What reading a delivery may need from outside; arguments, so that senders stay pure. */
export type ReadingContext = {
  /** A setting of this installation by its name. */
  setting(name: string): string | undefined;
  /** What may have signed for this account, newest first: the secrets of its live connections. Empty when none is known. */
  accountSecrets(accountId: string): Promise<WebhookSecret[]>;
  /**
   * The provider's live accounts of which this stands in `ReachableAccount.details`: what belongs together at the platform
   * is known by it.
   */
  accountsWith(provider: ProviderId, detail: Readonly<Record<string, string>>): Promise<KnownAccount[]>;
  /** The addresses this installation is reached at, without a trailing slash; the first is the one we hand out. */
  origins: readonly string[];
  now: Date;
};

/** Who posts to our webhook routes. One sender may speak for several providers, as Meta does for three. */
export interface WebhookSender {
  /** As in `webhook_rejections` and, unless `paths` says otherwise, in `/api/webhooks/<id>`. */
  id: string;
  /** Every path it may call, such as `/api/webhooks/meta`. */
  paths: readonly string[];
  /** Verifies first, parses second. Never throws on input, whatever it holds. */
  read(delivery: Delivery, context: ReadingContext): Promise<Reading>;
  /** What the platform wants to hear once the events are durable. */
  acknowledgement: { status: number; headers: Record<string, string>; body: string };
  /** Header names worth keeping with an event; never one that carries a secret or a signature. */
  keptHeaders: readonly string[];
  /** Where what is to be done about a refusal is done at this platform; left out, general words must do. */
  remedies?: Remedies;
  /** The header that carries its signature: what a copied request leaves out. */
  signatureHeader: string;
}

/** How far a message of the account's got, where the platform tells that of each. */
export type MessageState = "sent" | "delivered" | "read" | "failed";

/** A message between a customer and the account, or what became of one the account sent. It happened when its event did. */
export type MessageNews = {
  kind: "received" | MessageState;
  /** The customer as the platform names them to this account; null where it does not say. */
  contact: string | null;
  /**
   * Where each state of a message is an event: the keys, as in `ProviderEvent.externalId`, that those of this message have or
   * would have, always in the same order. By them a state that was skipped or comes late is not counted twice.
   */
  states?: readonly { kind: MessageState; externalId: string }[];
};

/** What an event means, in words and in rows. */
export type Interpretation = {
  /** One plain sentence, such as “Message from Ana: ‘Are you open…’”. */
  summary: string;
  /**
   * What must happen in the same transaction. `grant_withdrawn`: the person took our access back at the platform.
   * `check`: the account is no longer what it was when it was last looked at. `meetings`: what it tells of
   * meetings, or of several times of one.
   */
  effect?:
    | { kind: "grant_withdrawn"; authorizedBy: string }
    | { kind: "check" }
    | { kind: "meetings"; news: readonly MeetingNews[] };
  /** The message it tells of, or what became of one: for the figures. */
  message?: MessageNews;
  /** The key, as in `ProviderEvent.externalId`, of the event this one refers to: only of one that can come. */
  awaits?: { externalId: string };
  /** The effect can do nothing while the connection is broken, and waits until it is mended. */
  needsAccess?: true;
  /** Nobody has taught us this kind yet. It can be run again once someone has. */
  isUnknown?: true;
};

/** How a provider's events are told to people. */
export interface EventInterpreter {
  /** The kind in plain words, such as “Message received”; the raw type when it is not known. */
  label(eventType: string): string;
  interpret(event: { eventType: string; payload: Json }): Interpretation;
}
