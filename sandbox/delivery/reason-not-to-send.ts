import { grantOf, mayActForPage } from "../facebook/grants.ts";
import type { FacebookState } from "../state/types.ts";
import type { PageEvent } from "./page-event.ts";

/** Why the app does not hear of this event, in words, or null when it does. */
export function reasonNotToSend(state: FacebookState, { pageId, field }: PageEvent): string | null {
  const page = state.pages[pageId]?.name ?? pageId;
  const fields = state.subscriptions[pageId];

  if (!fields) return `The app is not subscribed to ${page}.`;
  if (!fields.includes(field)) return `The app is subscribed to ${page}, but not to ${field}.`;

  const appFields = state.appSubscription?.fields;
  if (appFields && !appFields.includes(field)) return `The app's own webhook leaves out ${field}.`;

  const permission = field === "feed" ? "pages_manage_metadata" : "pages_messaging";
  const allowed = Object.keys(state.grants).some(
    (personId) =>
      mayActForPage(state, personId, pageId) &&
      grantOf(state, personId).permissions[permission] === "granted",
  );
  return allowed ? null : `No one lets the app use ${permission} for ${page}.`;
}
