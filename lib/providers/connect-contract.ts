import type {
  EventInterpreter,
  Json,
  ProviderEvent,
  ProviderId,
  WebhookSecret,
  WebhookSender,
} from "./contract.ts";
import type { DialogConnect } from "./dialog-connect.ts";
import type { FormConnect } from "./form-connect.ts";
import type { Guide, PastedAddress } from "./guide.ts";
import type { Renewal } from "./renewal.ts";
import type { Synchronization } from "./synchronization.ts";

/** Our own registration at a platform, and where the platform reaches us. */
export type AppCredentials = {
  clientId: string;
  clientSecret: string;
  apiVersion: string;
  /** `APP_URL`: what webhook addresses begin with. */
  publicUrl: string;
  /** What we prove a webhook address of ours with, where the platform asks for it in a call. */
  verifyToken?: string;
  /** The app this registration is a part of, where the platform knows both by ids of their own. */
  parentApp?: { clientId: string; clientSecret: string };
};

/** What must stay secret about one account or grant. Each provider knows its own names; the vault keeps it whole. */
export type Secrets = Readonly<Record<string, string>>;

/**
 * What kind of no it was, told apart by what can be done about it. Only `reauthorize`, `wrong_token` and `gone` end a
 * connection; `permission_missing` and `account_restricted` narrow it; the rest says nothing about its health.
 */
export type FaultKind =
  | "reauthorize"
  | "wrong_token"
  | "gone"
  | "permission_missing"
  | "account_restricted"
  | "misconfigured"
  | "rate_limited"
  | "temporary"
  | "window_closed"
  | "recipient_unreachable"
  | "other_app_controls"
  | "rejected";

/** A provider's refusal in words for the person who must act. */
export type ProviderFault = {
  kind: FaultKind;
  sentence: string;
  nextStep: string;
  /** The platform's own code, such as `190/460`, and its id for this call: for support, not for people. */
  code: string | null;
  traceId: string | null;
  retryAfterSeconds: number | null;
};

export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: ProviderFault };

/**
 * A permission we ask for. `without` says what does not work; null when only finding accounts needs it, or something whose
 * absence says so where it is missed.
 */
export type ScopeMeaning = { scope: string; allows: string; without: string | null };

/** What a person granted, before they chose accounts. */
export type Grant = {
  secrets: Secrets;
  /** The person at the platform; several connections may rest on one person's grant. */
  authorizedBy: string | null;
};

/** An account as the list to choose from shows it. */
export type AccountOffer = {
  externalId: string;
  displayName: string;
  username: string | null;
  avatarUrl: string | null;
  /** What kind of place it is, such as “Barbershop”. */
  category: string | null;
  /** Why it cannot be connected now. `askAgain`: opening the platform's dialog once more can change that. */
  obstacle: { sentence: string; askAgain: boolean } | null;
  /** What will not work once it is connected, and how to get it. */
  limits: { sentence: string; askAgain: boolean }[];
};

/** An account the grant reaches. Without secrets it can be shown and not connected. */
export type ReachableAccount = { offer: AccountOffer; secrets: Secrets | null; details: Json };

/** The account a call is about, with what opens it. */
export type Account = {
  externalId: string;
  secrets: Secrets;
  /** When its last event came, null when none ever did: for what a platform lets nobody read. Not known when left out. */
  lastEventAt?: Date | null;
};

/** What the platform itself says these secrets are good for. */
export type Verified = {
  scopes: string[];
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
};

/**
 * Whether events will come: `missing` names kinds we want and the platform would not send. `pointsElsewhere`: they go to
 * another address than ours, and whose it is.
 */
export type Subscription = { isComplete: boolean; missing: string[]; pointsElsewhere?: string };

export type HealthVerdict = "good" | "warn" | "bad" | "unknown";

/** One line of the checklist on a connection's page. `repair: "subscription"`: subscribing anew is what mends it. */
export type HealthLine = {
  id: string;
  verdict: HealthVerdict;
  title: string;
  reason: string;
  repair?: "subscription";
};

/** `unknown`: the platform did not answer, which says nothing; the status stays as it was. */
export type HealthReport = {
  status: "healthy" | "needs_attention" | "broken" | "unknown";
  /** One sentence for the worst line, with the step that mends it; null when healthy. */
  reason: string | null;
  lines: HealthLine[];
  /** Null when it could not be found out. */
  scopes: string[] | null;
  subscription: Subscription | null;
};

/** How accounts of one platform are connected, kept and let go. Pure: secrets in, values out, no tenant, no database. */
export interface ConnectProvider {
  id: ProviderId;
  name: string;
  /** “Facebook Page”, “Facebook Pages”: what people call one account, and several. */
  accountNoun: { one: string; many: string };
  /** One sentence on what connecting gives. */
  gives: string;
  scopes: readonly ScopeMeaning[];
  /** Our registration, from the settings by name; null when it is not set up here. Without one: empty names, `publicUrl` alone. */
  app(setting: (name: string) => string | undefined): AppCredentials | null;
  connect: DialogConnect | FormConnect;
  /** Asks the platform whether these secrets live, open this very account, and for what. */
  verify(app: AppCredentials, account: Account): Promise<Answer<Verified>>;
  /** What the role of the person who granted it lacks at the account, from `ReachableAccount.details`; null: no such roles. */
  roleLimits: ((details: Json) => { sentence: string }[]) | null;
  /** Null where tokens are not renewed. */
  renewal: Renewal | null;
  /** Makes the platform send events, and reads back whether it will; null where a person sets it up by hand. */
  subscribe: ((app: AppCredentials, account: Account) => Promise<Answer<Subscription>>) | null;
  unsubscribe: ((app: AppCredentials, account: Account) => Promise<Answer<null>>) | null;
  /** Gives the person's whole grant back. It may back other accounts: the caller must know that it does not. */
  revokeGrant: ((app: AppCredentials, account: Account) => Promise<Answer<null>>) | null;
  /** The whole checklist for one account; mends the subscription when it can. */
  check(app: AppCredentials, account: Account): Promise<HealthReport>;
  /** What a person sets by hand at the platform before events come; empty where `subscribe` does it all. */
  pastedAddresses: readonly PastedAddress[];
  /** What of an account's secrets signs its webhooks; null where the app's own secret does. */
  webhookSecrets: ((account: Account) => WebhookSecret[]) | null;
  /** What of the secrets before must outlive the new ones when an account is connected again; without it, nothing does. */
  carryOver?: (before: Secrets, after: Secrets) => Secrets;
  /** Events that came while we could not receive them, as far as the platform still tells; null where it does not. */
  catchUp: ((app: AppCredentials, account: Account, since: Date) => Promise<Answer<ProviderEvent[]>>) | null;
  /** How what the account published and how it did is read; null where there is nothing to read. */
  sync: Synchronization | null;
  /** Within how many days what the platform told us has to be erased after a person removed the app; without it, never. */
  eraseWithinDays?: number;
  /** What is wrong with our registration itself, such as an app in development mode; null where nothing can be asked. */
  checkApp: ((app: AppCredentials) => Promise<HealthLine[]>) | null;
  guide: Guide;
}

/** Everything the rest of the product knows of a platform: one folder, one entry in the registry. */
export interface Provider extends ConnectProvider {
  interpreter: EventInterpreter;
  sender: WebhookSender;
}
