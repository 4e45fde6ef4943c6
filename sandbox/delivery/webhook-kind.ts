import type { Delivery } from "../state/types.ts";
import type { MetaEvent } from "./meta-event.ts";

export type Destination = { url: string; verifyToken: string; secret: string };

/** How the webhooks of one object are delivered; each stand-in knows its own. */
export type WebhookKind = {
  /** Why the app does not hear of this event, in words, or null when it does. */
  reasonNotToSend: (event: MetaEvent) => string | null;
  /** Where deliveries for these accounts go at this moment, and the secret that signs them. */
  destination: (accountIds: string[]) => Destination | null;
  /** What may travel in one POST: events with the same key. */
  batchKey: (event: MetaEvent) => string;
  body: (events: MetaEvent[]) => string;
  /** The same events as part of another batch, for every second retry. */
  bodyAnew: (body: string) => string;
  /** How many times as long as a Page's deliveries may fail. */
  patience: number;
  /** After the last try. Returns what to tell of it. */
  giveUp: (delivery: Delivery) => string;
};
