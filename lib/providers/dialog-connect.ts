import type { Answer, AppCredentials, Grant, ReachableAccount } from "./connect-contract.ts";

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
