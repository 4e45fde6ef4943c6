import { callback } from "../delivery/callback.ts";
import type { MetaEvent } from "../delivery/meta-event.ts";
import type { Destination, WebhookKind } from "../delivery/webhook-kind.ts";
import type { Sandbox } from "../sandbox.ts";
import { managementScope, messagingScope } from "./fresh-whatsapp.ts";
import { reaches, whySystemTokenIsDead } from "./system-tokens.ts";
import type { WhatsAppState } from "./types.ts";

const object = "whatsapp_business_account";

/** How WhatsApp's webhooks are delivered: to the number's own address, else the account's, else the app's. */
export function whatsAppWebhooks({ config, facebook }: Sandbox, state: WhatsAppState): WebhookKind {
  return {
    reasonNotToSend,
    destination: ([id = ""]) => destination(id),
    batchKey: ({ accountId }) => `${object} ${accountId}`,
    body: (events) => JSON.stringify({ object, entry: entries(events) }),
    // A repeated delivery has the same bytes: its entries tell no time of the batch.
    bodyAnew: (body) => body,
    // Seven days where a Page's are given an hour.
    patience: 168,
    giveUp: () => "WhatsApp drops the event after seven days.",
  };

  function reasonNotToSend({ accountId: id, entryId: accountId, field }: MetaEvent): string | null {
    const name = state.numbers[id]?.displayPhoneNumber ?? state.accounts[id]?.name ?? id;
    if (!state.subscriptions[accountId])
      return `The app is not subscribed to the WhatsApp account of ${name}.`;
    if (!destination(id)) return "The app has no webhook for WhatsApp.";

    const fields = callback(config, facebook, object)?.fields;
    if (fields && !fields.includes(field)) return `The app's own webhook leaves out ${field}.`;

    const scope = field === "messages" ? messagingScope : managementScope;
    const allowed = Object.values(state.tokens).some(
      (token) => token.scopes.includes(scope) && reaches(token, accountId) && !whySystemTokenIsDead(token),
    );
    return allowed ? null : `No token lets the app use ${scope} for ${name}.`;
  }

  /** What concerns the whole account always goes to the app's own address. */
  function destination(id: string): Destination | null {
    const number = state.numbers[id];
    const own = callback(config, facebook, object);
    const override = number && (number.override ?? state.subscriptions[number.accountId]?.override);
    const target = override ?? own;
    return target && { url: target.url, verifyToken: target.verifyToken, secret: config.meta.appSecret };
  }
}

function entries(events: MetaEvent[]): object[] {
  const byAccount = Map.groupBy(events, ({ entryId }) => entryId);
  return [...byAccount].map(([id, own]) => {
    const changes = own.map(({ field, content }) => ({
      value: "change" in content ? content.change : {},
      field,
    }));
    const isAboutAccount = own.some(({ field }) => field !== "messages");
    return { id, ...(isAboutAccount ? { time: Math.floor(Date.now() / 1000) } : {}), changes };
  });
}
