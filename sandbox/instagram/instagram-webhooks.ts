import { batchBody } from "../delivery/batch-body.ts";
import { batchedAnew } from "../delivery/batched-anew.ts";
import { callback } from "../delivery/callback.ts";
import { escapedJson } from "../delivery/escaped-json.ts";
import type { WebhookKind } from "../delivery/webhook-kind.ts";
import type { Sandbox } from "../sandbox.ts";
import type { InstagramState } from "./types.ts";
import { fieldScopes } from "./webhook-fields.ts";

/** How Instagram's webhooks are delivered: signed with Instagram's secret, or Meta's, by the habit it is in. */
export function instagramWebhooks({ config, facebook }: Sandbox, state: InstagramState): WebhookKind {
  return {
    reasonNotToSend({ accountId, field, always }) {
      if (always) return null;
      const name = `@${state.accounts[accountId]?.username ?? accountId}`;
      const fields = state.subscriptions[accountId];
      if (!fields) return `The app is not subscribed to ${name}.`;
      // Of echoes, some accounts tell under the messages field.
      const heard = fields.includes(field) || (field === "message_echoes" && fields.includes("messages"));
      if (!heard) return `The app is subscribed to ${name}, but not to ${field}.`;

      const scope = fieldScopes[field] ?? "";
      return state.grants[accountId]?.includes(scope) ? null : `${name} does not let the app use ${scope}.`;
    },
    destination() {
      const target = callback(config, facebook, "instagram");
      return target && { ...target, secret: config[state.habits.signing].appSecret };
    },
    batchKey: () => "instagram",
    body: (events) => escapedJson(batchBody(events)),
    bodyAnew: (body) => escapedJson(batchedAnew(body)),
    // 36 hours where a Page's are given one.
    patience: 36,
    giveUp: () => "Instagram drops the event after 36 hours.",
  };
}
