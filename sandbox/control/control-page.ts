import { html } from "hono/html";
import { layout } from "../html/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import type { FacebookState, Person } from "../state/types.ts";
import { callsSection } from "./calls-section.ts";
import { clockSection } from "./clock-section.ts";
import { rawDelivery } from "./raw-delivery.ts";

/** Buttons for what usually goes wrong. */
export function controlPage({ facebook, config }: Sandbox, standIns: StandIn[], said: string) {
  const others = Object.values(facebook.people).filter(({ id }) => !facebook.grants[id]);

  return layout(
    "Break things",
    "Sandbox: the hand behind the platforms",
    html`<p role="status" class="good">${said}</p>
      ${clockSection()} ${callsSection(standIns)}
      <section>
        <h2>Webhook of the Meta app</h2>
        <p class="muted">Address: ${config.meta.callbackUrl ?? "none configured"}</p>
        <form method="post" action="/control/subscriptions/verify"><button>Verify the callback</button></form>
        ${subscriptions(facebook)}
      </section>
      ${rawDelivery()} ${standIns.map(({ section }) => section?.() ?? "")}
      <section>
        <h2>People at Facebook who have not connected anything</h2>
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
