import type { EventStatus } from "#lib/webhooks/event-filter.ts";

/** One event as a list shows it. */
export type EventRow = {
  id: string;
  href: string;
  status: EventStatus;
  receivedAt: string;
  provider: string;
  account: string;
  label: string;
  eventType: string;
  /** What happened, or why it has not been worked off. */
  summary: string;
  attempts: number;
  /** From receipt to processed. */
  tookMs: number | null;
};
