import type { FacebookState, Grant, Person, Role } from "../state/types.ts";
import { isForPages } from "./permissions.ts";

/** What a person gave the app. Empty when they never did. */
export function grantOf(state: FacebookState, personId: string): Grant {
  return state.grants[personId] ?? { personId, permissions: {}, pageIds: [] };
}

export function isGranted(state: FacebookState, personId: string, permission: string): boolean {
  return grantOf(state, personId).permissions[permission] === "granted";
}

/** True when the app may still act for this Page on behalf of this person. */
export function mayActForPage(state: FacebookState, personId: string, pageId: string): boolean {
  const grant = grantOf(state, personId);
  const anyForPages = Object.entries(grant.permissions).some(
    ([permission, status]) => status === "granted" && isForPages(permission),
  );
  return anyForPages && grant.pageIds.includes(pageId);
}

export function roleOn(person: Person | undefined, pageId: string): Role | undefined {
  return person?.roles.find((role) => role.pageId === pageId);
}

type Consent = { granted: string[]; declined: string[]; pageIds: string[] };

/**
 * Permissions add up over logins: one that is not asked for again stays. Pages do not: those left
 * unticked are withdrawn, for every place where the app used them.
 */
export function recordConsent(state: FacebookState, personId: string, consent: Consent) {
  const before = grantOf(state, personId);
  const permissions = { ...before.permissions };
  for (const permission of consent.granted) permissions[permission] = "granted";
  for (const permission of consent.declined) permissions[permission] = "declined";

  state.grants[personId] = { personId, permissions, pageIds: consent.pageIds };
  dropOrphanedSubscriptions(state);
}

/** The app stays subscribed to a Page only as long as someone lets it act there. */
export function dropOrphanedSubscriptions(state: FacebookState) {
  for (const pageId of Object.keys(state.subscriptions)) {
    const held = Object.keys(state.grants).some((personId) => mayActForPage(state, personId, pageId));
    if (!held) delete state.subscriptions[pageId];
  }
}

/** Takes the whole grant away, as the person does in their settings or the app by DELETE /me/permissions. */
export function removeGrant(state: FacebookState, personId: string, appId: string) {
  delete state.grants[personId];
  killTokens(
    state,
    personId,
    458,
    `Error validating access token: The user has not authorized application ${appId}.`,
  );
  dropOrphanedSubscriptions(state);
}

export function killTokens(state: FacebookState, personId: string, subcode: number, message: string) {
  for (const token of Object.values(state.tokens)) {
    if (token.personId === personId) token.dead ??= { subcode, message };
  }
}
