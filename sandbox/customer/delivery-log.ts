import { html } from "hono/html";
import type { Attempt, Delivery } from "../state/types.ts";
import type { LoggedDelivery } from "./channel.ts";

const shown = 20;

const words: Record<Delivery["status"], string> = {
  waiting: "On its way",
  delivered: "Delivered",
  failed: "Given up",
  "not sent": "Not sent",
};

/** What became of the last deliveries, newest first. */
export function deliveryLog(deliveries: LoggedDelivery[], now = Date.now()) {
  const latest = deliveries.slice(-shown).reverse();
  if (latest.length === 0) return html`<p class="muted">Nothing yet. Send a message and watch it here.</p>`;

  return html`<ol class="log">
    ${latest.map((delivery) => {
      const { status, summary, note, attempts, nextAttemptAt, createdAt } = delivery;
      const tone = status === "delivered" ? "good" : status === "waiting" ? "" : "bad";
      const retry =
        status === "waiting" && attempts.length > 0 && nextAttemptAt
          ? html`<p class="muted">Next try ${nextAttemptAt > now ? `in ${Math.ceil((nextAttemptAt - now) / 1000)} s` : "now"}</p>`
          : "";
      return html`<li>
        <span class="${tone}">${retry ? "Trying again" : words[status]}</span> · ${summary}
        <small><time datetime="${new Date(createdAt).toISOString()}">${clock(createdAt)}</time></small>
        ${note ? html`<p class="muted">${note}</p>` : ""}${tries(attempts)}${retry}
      </li>`;
    })}
  </ol>`;
}

function tries(attempts: Attempt[]) {
  if (attempts.length === 0) return "";

  return html`<ol class="attempts">
    ${attempts.slice(-5).map(({ outcome, durationMs, at }) => html`<li>${clock(at)}: ${outcome}, ${durationMs} ms</li>`)}
  </ol>`;
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
