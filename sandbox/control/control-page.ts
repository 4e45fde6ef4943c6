import { html } from "hono/html";
import { textField } from "../html/field.ts";
import { layout } from "../html/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import type { FacebookState, Person } from "../state/types.ts";
import { personSection } from "./person-section.ts";
import { rawDelivery } from "./raw-delivery.ts";

/** Buttons for what usually goes wrong. */
export function controlPage({ facebook, config }: Sandbox, said: string) {
  const people = Object.values(facebook.people);
  const granting = people.filter(({ id }) => facebook.grants[id]);
  const others = people.filter(({ id }) => !facebook.grants[id]);

  return layout(
    "Break things",
    "Sandbox: the hand behind facebook.com",
    html`<p role="status" class="good">${said}</p>
      <section>
        <h2>Graph calls</h2>
        <form method="post" action="/control/graph/fail" class="row">
          ${textField("count", "How many of the next calls fail", "count", "1", "numeric")}
          ${textField("code", "Error code", "code", "2", "numeric")}
          ${textField("status", "HTTP status", "status", "500", "numeric")}
          <button>Make them fail</button>
        </form>
        <form method="post" action="/control/graph/usage" class="row">
          ${textField("callCount", "Quota used, per cent", "callCount", "97", "numeric")}
          <button>Report this usage</button>
        </form>
      </section>
      <section>
        <h2>Webhook</h2>
        <p class="muted">Address: ${config.meta.callbackUrl ?? "none configured"}</p>
        <form method="post" action="/control/subscriptions/verify"><button>Verify the callback</button></form>
        ${subscriptions(facebook)}
      </section>
      ${rawDelivery()}
      ${granting.map((person) => personSection(facebook, person))}
      <section>
        <h2>People who have not connected anything</h2>
        <p class="muted">${listNames(others)}</p>
      </section>`,
  );
}

function listNames(people: Person[]): string {
  if (people.length === 0) return "Everyone has.";

  const shown = people.slice(0, 20).map(({ name }) => name);
  return people.length > shown.length
    ? `${shown.join(", ")} and ${people.length - shown.length} more`
    : shown.join(", ");
}

function subscriptions({ subscriptions: all, pages }: FacebookState) {
  const entries = Object.entries(all);
  if (entries.length === 0) return html`<p class="muted">The app is not subscribed to any Page.</p>`;

  return html`<ul class="plain">
    ${entries.map(
      ([pageId, fields]) => html`<li>
        <strong>${pages[pageId]?.name ?? pageId}</strong>
        <p class="muted">${fields.join(", ")}</p>
        <form method="post" action="/control/pages/${pageId}/unsubscribe">
          <button class="small" aria-label="Unsubscribe the app from ${pages[pageId]?.name}">Unsubscribe</button>
        </form>
      </li>`,
    )}
  </ul>`;
}
