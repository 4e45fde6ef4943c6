import { html } from "hono/html";
import { contentSection } from "../content/control/content-section.ts";
import { layout } from "../html/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StandIn } from "../stand-in.ts";
import type { Person } from "../state/types.ts";
import { callsSection } from "./calls-section.ts";
import { clockSection } from "./clock-section.ts";
import { rawDelivery } from "./raw-delivery.ts";
import { webhookSection } from "./webhook-section.ts";

/** Buttons for what usually goes wrong. */
export function controlPage(sandbox: Sandbox, standIns: StandIn[], said: string) {
  const { facebook } = sandbox;
  const others = Object.values(facebook.people).filter(({ id }) => !facebook.grants[id]);

  return layout(
    "Break things",
    "Sandbox: the hand behind the platforms",
    html`<p role="status" class="good">${said}</p>
      <p>
        ${standIns.map(({ name }) => html`<a class="jump" href="#at-${name}">${name[0]?.toUpperCase()}${name.slice(1)}</a> `)}
      </p>
      ${clockSection()} ${callsSection(standIns)}
      ${webhookSection(sandbox)}
      ${rawDelivery()} ${contentSection(sandbox)} ${standIns.map(({ name, section }) => html`<div id="at-${name}">${section?.() ?? ""}</div>`)}
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
