import { html, raw } from "hono/html";
import { selectField, textField } from "../html/field.ts";
import { layout } from "../html/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Page } from "../state/types.ts";
import { kinds } from "./customer-action.ts";
import { deliveryLog } from "./delivery-log.ts";
import { watchScript } from "./watch-script.ts";

export type Seat = { page: Page; customer: string };

/** Where a person acts as a customer of a Page. Works without JavaScript: reload to see what became of it. */
export function customerPage({ facebook, store }: Sandbox, { page, customer }: Seat) {
  const thread = Object.values(facebook.threads).find(
    ({ pageId, customerName }) => pageId === page.id && customerName === customer,
  );

  return layout(
    "Be a customer",
    "Sandbox: this stands in for Messenger",
    html`${seatForm(Object.values(facebook.pages), facebook.subscriptions, { page, customer })}
      <section aria-labelledby="talk">
        <h2 id="talk">${customer} and ${page.name}</h2>
        <ol class="log">
          ${(thread?.messages ?? [])
            .slice(-8)
            .map(
              ({ fromPage, text }) =>
                html`<li><strong>${fromPage ? page.name : customer}:</strong> ${text}</li>`,
            )}
        </ol>
        <form method="post" action="/customer">
          ${seatFields(page, customer)}
          ${textField("message", "Message", "text")}
          <button class="primary" name="kind" value="message">Send</button>
        </form>
        <details>
          <summary>Something else</summary>
          <form method="post" action="/customer">
            ${seatFields(page, customer)}
            ${selectField(
              "kind",
              "What happens",
              "kind",
              Object.entries(kinds).map(([value, text]) => ({ value, text })),
            )}
            ${textField("other-text", "Text, if it has one", "text")}
            ${textField("count", "How many at once", "count", "1", "numeric")}
            <button>Make it happen</button>
          </form>
          <form method="post" action="/customer/again">
            ${seatFields(page, customer)}<button>Deliver the last one again</button>
          </form>
        </details>
      </section>
      <section aria-labelledby="outcome">
        <h2 id="outcome">What became of it</h2>
        <div id="log" aria-live="polite" data-page="${page.id}">${deliveryLog(store.state.deliveries, page.id)}</div>
        <noscript><p><a href="/customer?page=${page.id}&customer=${encodeURIComponent(customer)}">Refresh</a></p></noscript>
      </section>
      <script>
        ${raw(watchScript)}
      </script>`,
  );
}

function seatForm(pages: Page[], subscriptions: Record<string, string[]>, { page, customer }: Seat) {
  const subscribed = (id: string) => (subscriptions[id] ? 0 : 1);
  const ordered = pages.toSorted((a, b) => subscribed(a.id) - subscribed(b.id));

  return html`<form method="get" action="/customer" class="card">
    ${selectField(
      "page",
      "Page",
      "page",
      ordered.map(({ id, name }) => ({
        value: id,
        text: subscriptions[id] ? `${name} (connected)` : name,
        selected: id === page.id,
      })),
    )}
    ${textField("customer", "You are", "customer", customer)}
    <button>Take this seat</button>
  </form>`;
}

function seatFields(page: Page, customer: string) {
  return html`<input type="hidden" name="pageId" value="${page.id}" /><input
      type="hidden"
      name="customer"
      value="${customer}"
    />`;
}
