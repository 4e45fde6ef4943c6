import type { Config } from "../config.ts";
import type { Store } from "../state/store.ts";
import type { Attempt, Delivery } from "../state/types.ts";
import { postWebhook } from "./post-webhook.ts";
import { signatureHeaders } from "./signature-headers.ts";
import { verifyCallback } from "./verify-callback.ts";
import type { WebhookKind } from "./webhook-kind.ts";

/** Tries a delivery until it is answered with exactly 200 or has failed for too long. */
export function openRetries(config: Config, store: Store, kindOf: (object: string) => WebhookKind) {
  const { delivery: timing } = config;
  const { deliveries } = store.state;
  const timers = new Map<string, NodeJS.Timeout>();
  const verified = new Map<string, Promise<boolean>>();
  let closed = false;

  async function attempt(delivery: Delivery) {
    timers.delete(delivery.id);
    // Every second retry comes as part of another batch, the others with the same bytes: an app has to take both.
    const retry = delivery.attempts.length;
    if (retry > 0 && retry % 2 === 0) delivery.body = kindOf(delivery.object).bodyAnew(delivery.body);
    const outcome = await post(delivery);
    delivery.attempts.push(outcome);
    settle(delivery, outcome);
    store.save();
  }

  async function post({ object, accountIds, body }: Delivery): Promise<Attempt> {
    const target = kindOf(object).destination(accountIds);
    const at = Date.now();
    if (!target) return { at, durationMs: 0, outcome: "the app has no callback URL", status: null };

    if (!(await isVerified(target.url, target.verifyToken))) {
      return {
        at,
        durationMs: Date.now() - at,
        outcome: "the callback URL did not pass verification",
        status: null,
      };
    }
    const { answer: _, ...outcome } = await postWebhook(
      target.url,
      body,
      signatureHeaders(body, target.secret),
      timing.timeoutMs,
    );
    return outcome;
  }

  async function isVerified(url: string, verifyToken: string): Promise<boolean> {
    const known =
      verified.get(url) ?? verifyCallback(url, verifyToken, timing.timeoutMs).then(({ ok }) => ok);
    verified.set(url, known);
    const ok = await known;
    if (!ok) verified.delete(url);
    return ok;
  }

  function settle(delivery: Delivery, { outcome, status }: Attempt) {
    delivery.nextAttemptAt = null;
    if (status === 200) {
      delivery.status = "delivered";
      delivery.failingSince = null;
      return;
    }

    delivery.failingSince ??= Date.now();
    const kind = kindOf(delivery.object);
    if (Date.now() - delivery.failingSince >= timing.giveUpMs * kind.patience) {
      delivery.status = "failed";
      delivery.note = `Given up (${outcome}). ${kind.giveUp(delivery)}`;
      return;
    }
    const delays = timing.retryDelaysMs;
    schedule(delivery, delays[Math.min(delivery.attempts.length, delays.length) - 1] ?? 0);
  }

  function schedule(delivery: Delivery, delay: number) {
    delivery.nextAttemptAt = Date.now() + delay;
    if (!closed) timers.set(delivery.id, setTimeout(() => attempt(delivery), delay).unref());
  }

  /** The time while nothing ran does not count as failing: else an evening off would unsubscribe every Page. */
  function resume() {
    for (const delivery of deliveries.filter(({ status }) => status === "waiting")) {
      if (!delivery.body) {
        Object.assign(delivery, {
          status: "failed",
          note: "The sandbox was killed before it was sent.",
          nextAttemptAt: null,
        });
        continue;
      }
      delivery.failingSince &&= Date.now();
      schedule(delivery, timing.retryDelaysMs[1] ?? 0);
    }
  }

  return {
    attempt,
    resume,
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
