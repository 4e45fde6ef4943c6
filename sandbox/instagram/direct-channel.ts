import type { Channel } from "../customer/channel.ts";
import type { Sandbox } from "../sandbox.ts";
import { instagramEvent } from "./instagram-event.ts";
import { isKind, kinds } from "./instagram-kinds.ts";
import type { InstagramState } from "./types.ts";

/** Customers who write to an Instagram account. */
export function directChannel({ store, delivery }: Sandbox, state: InstagramState): Channel {
  const of = (userId: string) =>
    store.state.deliveries.filter(({ accountIds }) => accountIds.includes(userId));

  return {
    id: "instagram",
    label: "Instagram",
    kinds,
    accounts: () =>
      Object.values(state.accounts)
        .filter(({ type }) => type !== "Personal")
        .map(({ userId, username }) => ({
          id: userId,
          name: `@${username}`,
          connected: Boolean(state.subscriptions[userId]),
        })),
    conversation: (userId, customer) =>
      Object.values(state.threads).find((one) => one.userId === userId && one.customerName === customer)
        ?.messages ?? [],
    act: ({ accountId, customer, kind, text }) =>
      isKind(kind) ? [delivery.emit(instagramEvent(state, { userId: accountId, customer, kind, text }))] : [],
    deliveries: of,
    repeatLast(userId) {
      const last = of(userId).findLast(({ body }) => body);
      if (last) delivery.repeat(last);
    },
  };
}
