import type { Context } from "hono";
import { notActive, notAuthenticated } from "./refusals.ts";
import type { Account, TwilioState } from "./types.ts";

export type Caller = { account: Account; via: "token" | "key" };

/**
 * Who calls, by Basic auth. The primary and a secondary token are as good here; an API key is good for everything
 * but accounts and keys. Throws Twilio's error when the pair is wrong.
 */
export function authenticate(state: TwilioState, context: Context): Caller {
  const encoded = /^Basic (\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
  const [user = "", password = ""] = Buffer.from(encoded, "base64").toString().split(/:(.*)/s);
  if (!password) throw notAuthenticated();

  const key = state.apiKeys[user];
  if (key?.secret === password) return found(state.accounts[key.accountSid], "key");

  const account = state.accounts[user];
  if (account && [account.authToken, account.secondaryToken].includes(password))
    return { account, via: "token" };
  throw notAuthenticated();
}

/** The account an address names, if the caller may act for it: the caller's own, or one below it. */
export function accountFor(state: TwilioState, caller: Caller, sid: string): Account {
  const account = state.accounts[sid];
  if (!account || (account.sid !== caller.account.sid && account.ownerSid !== caller.account.sid)) {
    throw notAuthenticated();
  }
  return account;
}

/** Throws unless the account, and the one above it, are active. */
export function requireActive(state: TwilioState, account: Account): Account {
  const inactive = [account, state.accounts[account.ownerSid]].find((one) => one && one.status !== "active");
  if (inactive) throw notActive(inactive.refusedWith);
  return account;
}

function found(account: Account | undefined, via: Caller["via"]): Caller {
  if (!account) throw notAuthenticated();
  return { account, via };
}
