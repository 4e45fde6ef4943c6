import type { Channel } from "../customer/channel.ts";
import type { Sandbox } from "../sandbox.ts";
import type { WhatsAppState } from "./types.ts";
import { whatsAppEvents } from "./whatsapp-events.ts";
import { isKind, kinds } from "./whatsapp-kinds.ts";

/** Customers who write to a number of the Cloud API. */
export function whatsAppChannel({ store, delivery }: Sandbox, state: WhatsAppState): Channel {
  const of = (numberId: string) => {
    const ids = [numberId, state.numbers[numberId]?.accountId ?? ""];
    return store.state.deliveries.filter(({ accountIds }) => accountIds.some((id) => ids.includes(id)));
  };

  return {
    id: "whatsapp",
    label: "WhatsApp number",
    kinds,
    accounts: () =>
      Object.values(state.numbers).map(({ id, accountId, displayPhoneNumber, verifiedName }) => ({
        id,
        name: `${verifiedName} (${displayPhoneNumber})`,
        connected: Boolean(state.subscriptions[accountId]),
      })),
    conversation: (numberId, customer) =>
      Object.values(state.threads).find((one) => one.numberId === numberId && one.customerName === customer)
        ?.messages ?? [],
    act({ accountId, customer, kind, text }) {
      const number = state.numbers[accountId];
      if (!number || !isKind(kind)) return [];
      return whatsAppEvents(state, number, { customer, kind, text }).map(delivery.emit);
    },
    deliveries: of,
    repeatLast(numberId) {
      const last = of(numberId).findLast(({ body }) => body);
      if (last) delivery.repeat(last);
    },
  };
}
