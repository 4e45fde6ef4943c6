import type {
  AccountOffer,
  Answer,
  AppCredentials,
  Grant,
  ReachableAccount,
  Secrets,
} from "../connect-contract.ts";
import { accountProblem, basicLimits, isBasic } from "./account-limits.ts";
import { heldScopes } from "./held-scopes.ts";
import { zoomScopes } from "./scopes.ts";
import { type ZoomUser, zoomUser } from "./user.ts";

/** The one account a grant opens: the person's own. */
export async function zoomAccounts(
  _app: AppCredentials,
  { secrets }: Grant,
): Promise<Answer<ReachableAccount[]>> {
  const user = await zoomUser(secrets);
  return user.ok ? { ok: true, value: [accountOf(user.value, secrets)] } : user;
}

function accountOf(user: ZoomUser, secrets: Secrets): ReachableAccount {
  return {
    offer: {
      externalId: user.id,
      displayName: nameOf(user),
      username: user.email ?? null,
      avatarUrl: pictureOf(user),
      category: user.type === undefined ? null : isBasic(user) ? "Basic plan" : "Licensed",
      obstacle: null,
      limits: limitsOf(user, secrets),
    },
    secrets: { ...secrets, accountId: user.account_id ?? secrets.accountId ?? "" },
    details: { accountId: user.account_id ?? null, timeZone: user.timezone ?? null, type: user.type ?? null },
  };
}

function nameOf({ id, display_name, first_name, last_name, email }: ZoomUser): string {
  const fullName = [first_name, last_name].filter(Boolean).join(" ");
  return display_name || fullName || email || `Zoom account ${id}`;
}

function pictureOf({ pic_url }: ZoomUser): string | null {
  return pic_url && URL.canParse(pic_url) && /^https?:/.test(pic_url) ? pic_url : null;
}

function limitsOf(user: ZoomUser, secrets: Secrets): AccountOffer["limits"] {
  const held = heldScopes(secrets.scope ?? "");
  const missing = zoomScopes.filter(({ scope }) => !held.includes(scope));
  const problem = accountProblem(user);
  return [
    ...(problem ? [{ sentence: problem, askAgain: false }] : []),
    ...missing.map(({ without }) => ({ sentence: without, askAgain: true })),
    ...(isBasic(user) ? [{ sentence: basicLimits, askAgain: false }] : []),
  ];
}
