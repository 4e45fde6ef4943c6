import type { Channel, ChannelAccount } from "./channel.ts";

/** Who writes to whom. */
export type Seat = { channel: Channel; account: ChannelAccount; customer: string };

const defaultCustomer = "Ana Silva";

/** In an address and a list: the channel, and the account after the first colon. */
export function seatKey(channel: { id: string }, account: { id: string }): string {
  return `${channel.id}:${account.id}`;
}

/** The seat that is asked for, else one of an account that is connected, else any. Null when there is none at all. */
export function findSeat(channels: Channel[], asked: string, customer: string): Seat | null {
  const seats = channels.flatMap((channel) => channel.accounts().map((account) => ({ channel, account })));
  const found =
    seats.find(({ channel, account }) => seatKey(channel, account) === asked) ??
    seats.find(({ account }) => account.connected) ??
    seats[0];
  return found ? { ...found, customer: customer.trim() || defaultCustomer } : null;
}
