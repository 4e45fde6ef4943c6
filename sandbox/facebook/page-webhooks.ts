import { batchBody } from "../delivery/batch-body.ts";
import { batchedAnew } from "../delivery/batched-anew.ts";
import { callback } from "../delivery/callback.ts";
import { escapedJson } from "../delivery/escaped-json.ts";
import type { MetaEvent } from "../delivery/meta-event.ts";
import type { WebhookKind } from "../delivery/webhook-kind.ts";
import type { Sandbox } from "../sandbox.ts";
import { grantOf, mayActForPage } from "./grants.ts";

/** How a Page's webhooks are delivered. */
export function pageWebhooks({ config, facebook }: Sandbox): WebhookKind {
  return {
    reasonNotToSend: (event) => reasonNotToSend(event),
    destination() {
      const target = callback(config, facebook);
      return target && { ...target, secret: config.meta.appSecret };
    },
    batchKey: () => "page",
    body: (events) => escapedJson(batchBody(events)),
    bodyAnew: (body) => escapedJson(batchedAnew(body)),
    patience: 1,
    giveUp({ accountIds }) {
      for (const pageId of accountIds) delete facebook.subscriptions[pageId];
      return "Webhooks are disabled: the app is unsubscribed from the Page.";
    },
  };

  function reasonNotToSend({ accountId: pageId, field }: MetaEvent): string | null {
    const page = facebook.pages[pageId]?.name ?? pageId;
    const fields = facebook.subscriptions[pageId];

    if (!fields) return `The app is not subscribed to ${page}.`;
    if (!fields.includes(field)) return `The app is subscribed to ${page}, but not to ${field}.`;

    const appFields = callback(config, facebook)?.fields;
    if (appFields && !appFields.includes(field)) return `The app's own webhook leaves out ${field}.`;

    const permission = field === "feed" ? "pages_manage_metadata" : "pages_messaging";
    const allowed = Object.keys(facebook.grants).some(
      (personId) =>
        mayActForPage(facebook, personId, pageId) &&
        grantOf(facebook, personId).permissions[permission] === "granted",
    );
    return allowed ? null : `No one lets the app use ${permission} for ${page}.`;
  }
}
