import type { Channel, LoggedDelivery } from "./channel.ts";
import type { CustomerAction } from "./customer-action.ts";

/** Does it as often as asked and returns the deliveries that carry it, or null when there is no such account or action. */
export function act(channels: Channel[], action: CustomerAction): LoggedDelivery[] | null {
  const { channel: channelId, count, ...what } = action;
  const channel = channels.find(({ id }) => id === channelId);
  if (!channel?.kinds[what.kind]) return null;
  if (!channel.accounts().some(({ id }) => id === what.accountId)) return null;

  const carriers = new Set<LoggedDelivery>();
  for (let turn = 1; turn <= count; turn += 1) {
    const text = count > 1 ? `${what.text || "Hello"} (${turn})` : what.text;
    for (const delivery of channel.act({ ...what, text })) carriers.add(delivery);
  }
  return [...carriers];
}
