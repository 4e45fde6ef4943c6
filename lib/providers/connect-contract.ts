import type { Json, ProviderId } from "./contract.ts";

/** Our own registration at a platform. */
export type AppCredentials = { clientId: string; clientSecret: string; apiVersion: string };

/** For platforms where each customer brings credentials of their own. */
export const noApp: AppCredentials = { clientId: "", clientSecret: "", apiVersion: "" };

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

/** A permission we ask for. `without` says what does not work; null when only finding accounts needs it. */
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
export type Account = { externalId: string; secrets: Secrets };

/** What the platform itself says these secrets are good for. */
export type Verified = {
  scopes: string[];
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
};

/** Whether events will come: `missing` names kinds we want and the platform would not send. */
export type Subscription = { isComplete: boolean; missing: string[] };

export type HealthVerdict = "good" | "warn" | "bad" | "unknown";

/** One line of the checklist on a connection's page. */
export type HealthLine = { id: string; verdict: HealthVerdict; title: string; reason: string };

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

/** Connecting by the platform's own consent dialog. */
export type DialogConnect = {
  kind: "dialog";
  /** Whether the platform checks a PKCE challenge. State and secret protect the flow either way. */
  usesPkce: boolean;
  /** `one`: the grant is the account. `many`: the person picks from what the grant reaches. */
  accountsPerGrant: "one" | "many";
  /** `askAgain` shows permissions and accounts that were declined before. */
  dialogUrl(
    app: AppCredentials,
    request: { redirectUri: string; state: string; codeChallenge: string | null; askAgain: boolean },
  ): URL;
  /** Every reason `readRefusal` gives, as a sentence. */
  refusals: Readonly<Record<string, string>>;
  /** The dialog's answer when it is no: null when the query holds a code instead. Knows every shape of no. */
  readRefusal(query: URLSearchParams): DialogRefusal | null;
  /** Turns the code into a grant that lasts. */
  exchange(
    app: AppCredentials,
    code: { code: string; redirectUri: string; codeVerifier: string | null },
  ): Promise<Answer<Grant>>;
  /** Everything the grant reaches, all pages of it. */
  reachableAccounts(app: AppCredentials, grant: Grant): Promise<Answer<ReachableAccount[]>>;
};

/** `reason` is one of `DialogConnect.refusals`, never text from the address. */
export type DialogRefusal = { kind: "cancelled" } | { kind: "refused"; reason: string; sentence: string };

/** Connecting by typing credentials that were made in the platform's console. */
export type FormConnect = {
  kind: "form";
  fields: {
    name: string;
    label: string;
    foundAt: string;
    isSecret: boolean;
    shape: RegExp;
    optional: boolean;
  }[];
  /** Checks with the platform what was typed. */
  submit(
    app: AppCredentials,
    typed: Readonly<Record<string, string>>,
  ): Promise<Answer<{ grant: Grant; accounts: ReachableAccount[] }>>;
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
  /** Our registration, from the settings by name; null when it is not set up here. No registration needed: `noApp`. */
  app(setting: (name: string) => string | undefined): AppCredentials | null;
  connect: DialogConnect | FormConnect;
  /** Asks the platform whether these secrets live, open this very account, and for what. */
  verify(app: AppCredentials, account: Account): Promise<Answer<Verified>>;
  /** What the role of the person who granted it lacks at the account, from `ReachableAccount.details`; null: no such roles. */
  roleLimits: ((details: Json) => { sentence: string }[]) | null;
  /** New secrets for old ones before they expire; null where tokens are not renewed this way. */
  refresh:
    | ((app: AppCredentials, account: Account) => Promise<Answer<{ secrets: Secrets } & Verified>>)
    | null;
  /** Makes the platform send events, and reads back whether it will; null where a person sets it up by hand. */
  subscribe: ((app: AppCredentials, account: Account) => Promise<Answer<Subscription>>) | null;
  unsubscribe: ((app: AppCredentials, account: Account) => Promise<Answer<null>>) | null;
  /** Gives the person's whole grant back. It may back other accounts: the caller must know that it does not. */
  revokeGrant: ((app: AppCredentials, account: Account) => Promise<Answer<null>>) | null;
  /** The whole checklist for one account; mends the subscription when it can. */
  check(app: AppCredentials, account: Account): Promise<HealthReport>;
}
