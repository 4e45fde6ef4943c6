import type { Channel } from "../customer/channel.ts";
import type { Sandbox } from "../sandbox.ts";
import { isKind, kinds } from "./messenger-action.ts";
import { messengerEvent } from "./messenger-event.ts";

/** Customers of Facebook Pages, in Messenger. */
export function messengerChannel({ facebook, config, store, delivery }: Sandbox): Channel {
  const of = (pageId: string) =>
    store.state.deliveries.filter(({ accountIds }) => accountIds.includes(pageId));

  return {
    id: "facebook",
    label: "Facebook Page",
    kinds,
    accounts: () =>
      Object.values(facebook.pages).map(({ id, name }) => ({
        id,
        name,
        connected: Boolean(facebook.subscriptions[id]),
      })),
    conversation: (pageId, customer) =>
      (
        Object.values(facebook.threads).find(
          (thread) => thread.pageId === pageId && thread.customerName === customer,
        )?.messages ?? []
      ).map(({ fromPage, text }) => ({ fromBusiness: fromPage, text })),
    act({ accountId: pageId, customer, kind, text }) {
      if (!isKind(kind)) return [];
      const event = messengerEvent(facebook, config.meta.appId, { pageId, customer, kind, text });
      return [delivery.emit(event)];
    },
    deliveries: of,
    repeatLast(pageId) {
      const last = of(pageId).findLast(({ body }) => body);
      if (last) delivery.repeat(last);
    },
  };
}
