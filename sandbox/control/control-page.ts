import { html } from "hono/html";
import { grantOf } from "../facebook/grants.ts";
import { layout } from "../html/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import type { FacebookState, Person } from "../state/types.ts";

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
          <label class="field"><span>How many of the next calls fail</span><input type="text" name="count" value="1" inputmode="numeric" /></label>
          <label class="field"><span>Error code</span><input type="text" name="code" value="2" inputmode="numeric" /></label>
          <label class="field"><span>HTTP status</span><input type="text" name="status" value="500" inputmode="numeric" /></label>
          <button>Make them fail</button>
        </form>
        <form method="post" action="/control/graph/usage" class="row">
          <label class="field"><span>Quota used, per cent</span><input type="text" name="callCount" value="97" inputmode="numeric" /></label>
          <button>Report this usage</button>
        </form>
      </section>
      <section>
        <h2>Webhook</h2>
        <p class="muted">Address: ${config.meta.callbackUrl ?? "none configured"}</p>
        <form method="post" action="/control/subscriptions/verify"><button>Verify the callback</button></form>
        ${subscriptions(facebook)}
      </section>
      ${granting.map((person) => personSection(facebook, person))}
      <section>
        <h2>People who have not connected anything</h2>
        <p class="muted">${others.map(({ name }) => name).join(", ") || "Everyone has."}</p>
      </section>`,
  );
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

function personSection(state: FacebookState, person: Person) {
  const { permissions, pageIds } = grantOf(state, person.id);
  const granted = Object.keys(permissions).filter((name) => permissions[name] === "granted");
  const button = (action: string, label: string) =>
    html`<form method="post" action="/control/people/${person.id}/${action}"><button>${label}</button></form>`;

  return html`<section aria-labelledby="person-${person.id}">
    <h2 id="person-${person.id}">${person.name}</h2>
    <div class="row">
      ${button("change-password", "Change password")} ${button("remove-app", "Remove the app")}
      ${button("request-deletion", "Ask for data deletion")}
      <form method="post" action="/control/tokens/expire">
        <input type="hidden" name="personId" value="${person.id}" /><button>Expire all tokens</button>
      </form>
    </div>
    ${choose(
      person,
      "revoke",
      "permission",
      "Take back a permission",
      granted.map((name) => [name, name]),
    )}
    ${choose(
      person,
      "withdraw-page",
      "pageId",
      "Withdraw a Page",
      pageIds.map((id) => [id, state.pages[id]?.name ?? id]),
    )}
  </section>`;
}

function choose(person: Person, action: string, name: string, label: string, options: [string, string][]) {
  if (options.length === 0) return "";

  return html`<form method="post" action="/control/people/${person.id}/${action}" class="row">
    <label class="field"
      ><span>${label}</span>
      <select name="${name}">
        ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
      </select></label
    >
    <button aria-label="${label} of ${person.name}">Do it</button>
  </form>`;
}
