import type { Config } from "../config.ts";
import { newId } from "../state/new-id.ts";
import type { Store } from "../state/store.ts";
import type { Delivery } from "../state/types.ts";
import { batchBody } from "./batch-body.ts";
import { keepLog } from "./keep-log.ts";
import { openRetries } from "./open-retries.ts";
import type { PageEvent } from "./page-event.ts";
import { reasonNotToSend } from "./reason-not-to-send.ts";

export type DeliveryDesk = {
  /** Takes the event into the next POST, and returns the delivery that carries it. */
  emit: (event: PageEvent) => Delivery;
  /** Sends the same bytes again, as Meta sometimes does. */
  repeat: (delivery: Delivery) => Delivery;
  resume: () => void;
  close: () => void;
};

/** Collects what happens within a short window, then delivers it and sees it through. */
export function openDelivery(config: Config, store: Store): DeliveryDesk {
  const { deliveries, facebook } = store.state;
  const retries = openRetries(config, store);
  let batch: { delivery: Delivery; events: PageEvent[]; timer: NodeJS.Timeout } | null = null;

  function record(fields: Partial<Delivery>): Delivery {
    const delivery: Delivery = {
      id: newId("1"),
      summary: "",
      pageIds: [],
      body: "",
      createdAt: Date.now(),
      status: "waiting",
      note: null,
      failingSince: null,
      nextAttemptAt: Date.now(),
      attempts: [],
      ...fields,
    };
    deliveries.push(delivery);
    keepLog(deliveries);
    store.save();
    return delivery;
  }

  function emit(event: PageEvent): Delivery {
    const note = reasonNotToSend(facebook, event);
    if (note) {
      const { summary, pageId } = event;
      return record({ status: "not sent", note, nextAttemptAt: null, summary, pageIds: [pageId] });
    }

    batch ??= { delivery: record({}), events: [], timer: setTimeout(sendBatch, config.delivery.batchMs) };
    batch.events.push(event);
    batch.delivery.summary = summarise(batch.events);
    batch.delivery.pageIds = [...new Set(batch.events.map(({ pageId }) => pageId))];
    return batch.delivery;
  }

  function closeBatch(): Delivery | null {
    if (!batch) return null;
    const { delivery, events, timer } = batch;
    clearTimeout(timer);
    batch = null;
    delivery.body = batchBody(events);
    return delivery;
  }

  function sendBatch() {
    const delivery = closeBatch();
    if (delivery) retries.attempt(delivery);
  }

  return {
    emit,
    repeat({ summary, pageIds, body }) {
      const copy = record({ summary: `Again: ${summary.replace(/^Again: /, "")}`, pageIds, body });
      void retries.attempt(copy);
      return copy;
    },
    resume: retries.resume,
    close() {
      closeBatch();
      retries.close();
    },
  };
}

function summarise(events: PageEvent[]): string {
  const counts = new Map<string, number>();
  for (const { summary } of events) counts.set(summary, (counts.get(summary) ?? 0) + 1);
  return [...counts].map(([summary, count]) => (count > 1 ? `${count} × ${summary}` : summary)).join(", ");
}
