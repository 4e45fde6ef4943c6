import { randomUUID } from "node:crypto";
import type { Store } from "../state/store.ts";
import { keepLast } from "./keep-last.ts";
import { newSid } from "./new-sid.ts";
import { postOnce, type Try } from "./post-once.ts";
import { twilioSignature } from "./signature.ts";
import type { Delivery, TwilioState } from "./types.ts";
import { readWebhookAddress } from "./webhook-address.ts";

export type WebhookPost = {
  accountSid: string;
  kind: Delivery["kind"];
  summary: string;
  url: string | null;
  fallbackUrl?: string | null;
  method?: string;
  params: [string, string][];
  /** Why nothing is sent although there is an address. */
  heldBack?: string | null;
  /** Of an earlier delivery that this one repeats. */
  idempotencyToken?: string;
};

/** The try that settled it; null when nothing was sent. */
export type Sent = { delivery: Delivery; last: Try | null };

export type WebhookDesk = {
  send: (post: WebhookPost) => { delivery: Delivery; done: Promise<Sent> };
  resume: () => void;
  close: () => void;
};

/** Calls webhook addresses: signed, with the retries that the address asks for, then at the fallback address. */
export function openWebhooks(state: TwilioState, store: Store): WebhookDesk {
  const closing = new AbortController();

  function send(post: WebhookPost) {
    const note = post.heldBack ?? (post.url ? null : "No webhook address is set.");
    const delivery: Delivery = {
      id: newSid("WH"),
      accountSid: post.accountSid,
      kind: post.kind,
      summary: post.summary,
      url: post.url ?? "",
      body: new URLSearchParams(post.params).toString(),
      idempotencyToken: post.idempotencyToken ?? randomUUID(),
      createdAt: Date.now(),
      status: note ? "not sent" : "waiting",
      note,
      nextAttemptAt: null,
      attempts: [],
    };
    state.deliveries.push(delivery);
    keepLast(state.deliveries, 200);
    store.save();
    return { delivery, done: run(delivery, post) };
  }

  async function run(delivery: Delivery, post: WebhookPost): Promise<Sent> {
    if (!post.url || delivery.status === "not sent") return { delivery, last: null };

    let last = await insist(delivery, post, post.url, post.params);
    if (last?.failure && post.fallbackUrl && !closing.signal.aborted) {
      const why: [string, string][] = [
        ["ErrorCode", "11200"],
        ["ErrorUrl", post.url.split("#")[0] ?? ""],
      ];
      last = await insist(delivery, post, post.fallbackUrl, [...post.params, ...why]);
    }
    if (closing.signal.aborted) return { delivery, last };

    delivery.nextAttemptAt = null;
    delivery.status = last && !last.failure ? "delivered" : "failed";
    if (last?.failure) {
      delivery.note = "Given up: Twilio does not try again.";
      const text = `${last.outcome} at ${delivery.url}`;
      state.alerts.push({ at: Date.now(), accountSid: post.accountSid, code: 11200, text });
      keepLast(state.alerts, 100);
    }
    store.save();
    return { delivery, last };
  }

  /** Everything happens within `tt`, 15 seconds at most: this covers a restart, not an outage. */
  async function insist(delivery: Delivery, post: WebhookPost, url: string, params: [string, string][]) {
    const address = readWebhookAddress(url);
    const deadline = Date.now() + address.totalMs;

    for (let retry = 0; ; retry += 1) {
      const left = deadline - Date.now();
      const outcome = await postOnce({
        url: address.url,
        method: post.method ?? "POST",
        body: new URLSearchParams(params).toString(),
        headers: {
          Accept: "*/*",
          "User-Agent": "TwilioProxy/1.1",
          "I-Twilio-Idempotency-Token": delivery.idempotencyToken,
          // The key is the primary token of this very moment.
          "X-Twilio-Signature": twilioSignature(tokenOf(post.accountSid), address.signedUrl, params),
          ...(address.authorization ? { Authorization: address.authorization } : {}),
        },
        timeoutMs: Math.max(1, Math.min(left, address.connectMs + address.readMs)),
      });
      const { at, durationMs, status, outcome: words, failure } = outcome;
      delivery.attempts.push({ at, durationMs, status, outcome: words });

      const wait = state.timing.retryMs * 2 ** retry;
      const wanted = failure && (address.retryOn.includes(failure) || address.retryOn.includes("all"));
      if (!wanted || retry >= address.retries || Date.now() + wait >= deadline) return outcome;

      delivery.nextAttemptAt = Date.now() + wait;
      store.save();
      if (!(await pause(wait, closing.signal))) return outcome;
    }
  }

  function tokenOf(accountSid: string): string {
    return state.accounts[accountSid]?.authToken ?? "";
  }

  return {
    send,
    resume() {
      for (const delivery of state.deliveries.filter(({ status }) => status === "waiting")) {
        delivery.status = "failed";
        delivery.note = "The sandbox was stopped before it was delivered; Twilio does not try again.";
      }
    },
    close: () => closing.abort(),
  };
}

/** False when the sandbox closes meanwhile. */
function pause(ms: number, closing: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(!closing.aborted), ms).unref();
    closing.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
