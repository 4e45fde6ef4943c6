import type { Config } from "../config.ts";
import { newId } from "../state/new-id.ts";
import type { Store } from "../state/store.ts";
import type { Delivery } from "../state/types.ts";
import { keepLog } from "./keep-log.ts";
import type { MetaEvent, WebhookObject } from "./meta-event.ts";
import { openRetries } from "./open-retries.ts";
import type { WebhookKind } from "./webhook-kind.ts";

export type DeliveryDesk = {
  /** Says how the webhooks of this object are delivered. */
  describe: (object: WebhookObject, kind: WebhookKind) => void;
  /** Takes the event into the next POST, and returns the delivery that carries it. */
  emit: (event: MetaEvent) => Delivery;
  /** Sends the same bytes again, as Meta sometimes does. */
  repeat: (delivery: Delivery) => Delivery;
  resume: () => void;
  close: () => void;
};

/** Collects what happens within a short window, then delivers it and sees it through. */
export function openDelivery(config: Config, store: Store): DeliveryDesk {
  const { deliveries } = store.state;
  const kinds = new Map<string, WebhookKind>();
  const retries = openRetries(config, store, kindOf);
  const batches = new Map<string, { delivery: Delivery; events: MetaEvent[]; timer: NodeJS.Timeout }>();

  function kindOf(object: string): WebhookKind {
    const kind = kinds.get(object);
    if (!kind) throw new Error(`No one described the webhooks of ${object}.`);
    return kind;
  }

  function record(fields: Partial<Delivery>): Delivery {
    const delivery: Delivery = {
      id: newId("1"),
      summary: "",
      object: "page",
      accountIds: [],
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

  function emit(event: MetaEvent): Delivery {
    const { object, summary, accountId } = event;
    const kind = kindOf(object);
    const note = kind.reasonNotToSend(event);
    if (note) {
      const told = { object, summary, accountIds: [accountId] };
      return record({ ...told, status: "not sent", note, nextAttemptAt: null });
    }

    const key = kind.batchKey(event);
    const batch = batches.get(key) ?? {
      delivery: record({ object }),
      events: [],
      timer: setTimeout(() => sendBatch(key), config.delivery.batchMs),
    };
    batches.set(key, batch);
    batch.events.push(event);
    batch.delivery.summary = summarise(batch.events);
    batch.delivery.accountIds = [...new Set(batch.events.map((one) => one.accountId))];
    return batch.delivery;
  }

  function closeBatch(key: string): Delivery | null {
    const batch = batches.get(key);
    if (!batch) return null;
    const { delivery, events, timer } = batch;
    clearTimeout(timer);
    batches.delete(key);
    delivery.body = kindOf(delivery.object).body(events);
    return delivery;
  }

  function sendBatch(key: string) {
    const delivery = closeBatch(key);
    if (delivery) retries.attempt(delivery);
  }

  return {
    describe: (object, kind) => void kinds.set(object, kind),
    emit,
    repeat({ object, summary, accountIds, body }) {
      const again = `Again: ${summary.replace(/^Again: /, "")}`;
      const copy = record({ object, summary: again, accountIds, body });
      void retries.attempt(copy);
      return copy;
    },
    resume: retries.resume,
    close() {
      for (const key of [...batches.keys()]) closeBatch(key);
      retries.close();
    },
  };
}

function summarise(events: MetaEvent[]): string {
  const counts = new Map<string, number>();
  for (const { summary } of events) counts.set(summary, (counts.get(summary) ?? 0) + 1);
  return [...counts].map(([summary, count]) => (count > 1 ? `${count} × ${summary}` : summary)).join(", ");
}
