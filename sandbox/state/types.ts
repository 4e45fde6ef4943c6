/** Everything the sandbox remembers. */
export type State = {
  version: 1;
  facebook: FacebookState;
  /** What the other platforms remember, by name. See `Store.part`. */
  parts?: Record<string, object>;
  /** How far the platforms' clock is ahead, in milliseconds. */
  advancedMs?: number;
  deliveries: Delivery[];
};

export type FacebookState = {
  people: Record<string, Person>;
  pages: Record<string, Page>;
  businesses: Record<string, Business>;
  /** By person: one app is registered here, so a grant is per person, shared by all their Pages. */
  grants: Record<string, Grant>;
  tokens: Record<string, Token>;
  codes: Record<string, Code>;
  /** Webhook fields the app subscribed to, by Page. */
  subscriptions: Record<string, string[]>;
  /** The app's own webhooks that were set by API or taken away, by object. */
  appWebhooks: Record<string, AppWebhook>;
  /** By page-scoped id. */
  threads: Record<string, Thread>;
};

export type Person = {
  id: string;
  name: string;
  roles: Role[];
  /** Meta may leave `expires_in` out of token answers. */
  omitExpiresIn: boolean;
  dialogError: { code: number; message: string } | null;
};

export type Role = {
  pageId: string;
  tasks: string[];
  /** Whether `/me/accounts` lists it. Pages held only through a portfolio are missing there. */
  direct: boolean;
  businessId: string | null;
};

export type Page = {
  id: string;
  name: string;
  username: string;
  category: string;
  followers: number;
  instagramAccountId: string | null;
};

export type Business = { id: string; name: string; clientPageIds: string[] };

export type Grant = {
  personId: string;
  permissions: Record<string, "granted" | "declined">;
  pageIds: string[];
};

/** Times are in seconds, as Meta tells them; `expiresAt` 0 means never. */
export type Token = {
  value: string;
  kind: "USER" | "PAGE";
  personId: string;
  pageId: string | null;
  parent: string | null;
  longLived: boolean;
  issuedAt: number;
  expiresAt: number;
  dataAccessExpiresAt: number;
  dead: { subcode: number; message: string } | null;
};

export type Code = { value: string; personId: string; redirectUri: string; expiresAt: number; used: boolean };

export type AppWebhook = {
  /** Null when the app has no webhook for this object. */
  callbackUrl: string | null;
  /** The address the sandbox was configured with then. When it changes, this subscription is void. */
  configuredUrl: string | null;
  fields: string[] | null;
  verifyToken: string;
};

export type Thread = {
  psid: string;
  pageId: string;
  customerName: string;
  lastInboundAt: number | null;
  messages: ThreadMessage[];
};

export type ThreadMessage = { mid: string; text: string; fromPage: boolean; at: number };

export type Delivery = {
  id: string;
  /** What the webhook is about: page, instagram or whatsapp_business_account. */
  object: string;
  summary: string;
  accountIds: string[];
  body: string;
  /** Times from here on are in milliseconds. */
  createdAt: number;
  status: "waiting" | "delivered" | "failed" | "not sent";
  /** Why it was not sent, or given up. */
  note: string | null;
  failingSince: number | null;
  nextAttemptAt: number | null;
  attempts: Attempt[];
};

export type Attempt = { at: number; durationMs: number; outcome: string; status: number | null };
