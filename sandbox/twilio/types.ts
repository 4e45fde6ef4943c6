import type { Attempt } from "../state/types.ts";

/** Everything the stand-in for Twilio remembers. Times are milliseconds. */
export type TwilioState = {
  timing: Timing;
  accounts: Record<string, Account>;
  apiKeys: Record<string, ApiKey>;
  senders: Record<string, Sender>;
  numbers: PhoneNumber[];
  /** Newest last. */
  messages: Message[];
  /** By account and name. */
  customers: Record<string, Customer>;
  /** When a customer last wrote to a sender, by both, on the platforms' clock. */
  windows: Record<string, number>;
  /** Whether a business-scoped id may stand in `To`. In June 2026 Twilio still refused some by 21211. */
  takesBusinessScopedIds: boolean;
  deliveries: Delivery[];
  alerts: Alert[];
};

/** How fast things go here, in milliseconds. */
export type Timing = {
  /** Between two statuses of one message. */
  statusMs: number;
  /** How long a changed sender stays ONLINE:UPDATING. */
  updateMs: number;
  /** Before the first retry of a webhook; doubles with each. */
  retryMs: number;
};

export type Account = {
  sid: string;
  friendlyName: string;
  status: "active" | "suspended" | "closed";
  /** The code by which calls are refused while the account is not active. Twilio has several. */
  refusedWith: RefusalCode;
  type: "Trial" | "Full";
  ownerSid: string;
  authToken: string;
  secondaryToken: string | null;
  createdAt: number;
  updatedAt: number;
  /** Whom a trial account may write to. */
  verifiedNumbers: string[];
  manner: Manner;
  /** Each makes one of the next accepted messages fail by callback. */
  nextFailures: number[];
  /** The settings of Twilio's WhatsApp sandbox, which the Console keeps for each account. */
  shared: { callbackUrl: string | null; statusCallbackUrl: string | null; joinedAt: Record<string, number> };
};

export type RefusalCode = 20403 | 20003 | 10001 | 20005;

/** How statuses of sent messages come back. */
export type Manner = "in order" | "reversed" | "repeated" | "without delivered" | "before the answer";

export type ApiKey = { sid: string; accountSid: string; secret: string };

export type Webhook = {
  callbackUrl: string | null;
  callbackMethod: string;
  fallbackUrl: string | null;
  fallbackMethod: string;
  statusCallbackUrl: string | null;
  statusCallbackMethod: string;
};

export type Sender = {
  sid: string;
  accountSid: string;
  /** `whatsapp:+E164` */
  address: string;
  name: string;
  status: string;
  updatingUntil: number | null;
  ignoresNextUpdate: boolean;
  offlineReasons: { code: number; message: string }[];
  qualityRating: string;
  messagingLimit: string;
  webhook: Webhook;
  profile: Record<string, unknown>;
};

export type PhoneNumber = { sid: string; accountSid: string; phoneNumber: string; friendlyName: string };

export type Message = {
  sid: string;
  accountSid: string;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  from: string;
  to: string;
  body: string;
  media: { sid: string; contentType: string }[];
  status: string;
  errorCode: number | null;
  statusCallback: string | null;
  messagingServiceSid: string | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
};

export type Customer = {
  name: string;
  accountSid: string;
  /** With +, without the prefix. */
  phone: string;
  /** `CC.alnum`, another one at every account. */
  bsuid: string;
  hidesPhone: boolean;
  sendsReceipts: boolean;
};

export type Delivery = {
  id: string;
  accountSid: string;
  kind: "message" | "status" | "raw";
  summary: string;
  url: string;
  /** As sent, form-urlencoded. */
  body: string;
  idempotencyToken: string;
  createdAt: number;
  status: "waiting" | "delivered" | "failed" | "not sent";
  note: string | null;
  nextAttemptAt: number | null;
  attempts: Attempt[];
};

/** A line of Twilio's debugger. */
export type Alert = { at: number; accountSid: string; code: number; text: string };
