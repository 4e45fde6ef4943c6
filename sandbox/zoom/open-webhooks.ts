import { randomUUID } from "node:crypto";
import { now } from "../clock.ts";
import type { Sandbox } from "../sandbox.ts";
import { postEvent } from "./post-event.ts";
import { hasAuthorized } from "./tokens.ts";
import type { Delivery, ZoomState } from "./types.ts";
import { validateUrl } from "./validate-url.ts";

export type ZoomEvent = { userId: string; summary: string; body: object };

export type WebhookDesk = {
  emit: (event: ZoomEvent, toStrangers?: boolean) => Delivery;
  /** Sends the same bytes again, signed anew. */
  repeat: (delivery: Delivery) => Delivery;
  resume: () => void;
  close: () => void;
};

const kept = 200;
const validForMs = 72 * 3_600_000;

/** Delivers events of people who added the app. Only a 5xx or no answer is tried again, three times. */
export function openWebhooks(sandbox: Sandbox, state: ZoomState): WebhookDesk {
  const { store, config } = sandbox;
  const timers = new Map<string, NodeJS.Timeout>();
  /** First tries of one person's events go out one after the other, so that their order is the one asked for. */
  const lines = new Map<string, Promise<void>>();
  let closed = false;

  function emit({ userId, summary, body }: ZoomEvent, toStrangers = false): Delivery {
    const note = reasonNotToSend(userId, toStrangers);
    const delivery = record({ userId, summary, body: JSON.stringify(body), note });
    if (note) delivery.status = "not sent";
    else
      lines.set(
        userId,
        (lines.get(userId) ?? Promise.resolve()).then(() => attempt(delivery)),
      );
    return delivery;
  }

  function reasonNotToSend(userId: string, toStrangers: boolean): string | null {
    if (!config.zoom.webhookUrl) return "The app has no webhook address.";
    if (state.webhook.disabled) return "The webhook is disabled: its address failed validation six times.";
    return toStrangers || hasAuthorized(state, userId) ? null : "This person has not added the app.";
  }

  function record(fields: Pick<Delivery, "userId" | "summary" | "body" | "note">): Delivery {
    const delivery: Delivery = {
      id: randomUUID(),
      createdAt: Date.now(),
      status: "waiting",
      nextAttemptAt: null,
      attempts: [],
      ...fields,
    };
    state.deliveries.push(delivery);
    const oldest = state.deliveries.findIndex(({ status }) => status !== "waiting");
    if (state.deliveries.length > kept && oldest >= 0) state.deliveries.splice(oldest, 1);
    store.save();
    return delivery;
  }

  async function attempt(delivery: Delivery) {
    timers.delete(delivery.id);
    delivery.nextAttemptAt = null;
    const url = config.zoom.webhookUrl ?? "";
    await keepValidated();
    const { answer: _, ...outcome } = await postEvent(url, delivery.body, config.zoom);
    delivery.attempts.push(outcome);
    settle(delivery, outcome);
    store.save();
  }

  /** Zoom asks again on its own every 72 hours; here, with the next event after that. */
  async function keepValidated() {
    const { validatedAt } = state.webhook;
    if (validatedAt === null || validatedAt + validForMs <= now()) await validateUrl({ sandbox, state });
  }

  function settle(delivery: Delivery, { status, outcome }: Delivery["attempts"][number]) {
    if (status !== null && status < 500) {
      delivery.status = status < 300 ? "delivered" : "failed";
      if (status >= 300) delivery.note = `Lost (${outcome}): Zoom does not try again after a 3xx or 4xx.`;
      return;
    }
    const wait = state.webhook.retryDelaysMs[delivery.attempts.length - 1];
    if (wait === undefined) {
      delivery.status = "failed";
      delivery.note = `Given up (${outcome}).`;
      return;
    }
    schedule(delivery, wait);
  }

  function schedule(delivery: Delivery, wait: number) {
    delivery.nextAttemptAt = Date.now() + wait;
    if (!closed) timers.set(delivery.id, setTimeout(() => attempt(delivery), wait).unref());
  }

  return {
    emit,
    repeat({ userId, summary, body }) {
      const copy = record({ userId, summary: `Again: ${summary.replace(/^Again: /, "")}`, body, note: null });
      void attempt(copy);
      return copy;
    },
    resume() {
      for (const delivery of state.deliveries.filter(({ status }) => status === "waiting")) {
        schedule(delivery, Math.max(0, (delivery.nextAttemptAt ?? 0) - Date.now()));
      }
    },
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
