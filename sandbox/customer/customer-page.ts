import { html, raw } from "hono/html";
import { selectField, textField } from "../html/field.ts";
import { layout } from "../html/layout.ts";
import type { Channel } from "./channel.ts";
import { deliveryLog } from "./delivery-log.ts";
import { type Seat, seatKey } from "./seat.ts";
import { watchScript } from "./watch-script.ts";

const shownLines = 8;

/** Where a person acts as a customer. Works without JavaScript: reload to see what became of it. */
export function customerPage(channels: Channel[], seat: Seat) {
  const { channel, account, customer } = seat;
  const key = seatKey(channel, account);
  const kinds = Object.entries(channel.kinds).map(([value, text]) => ({ value, text }));
  const log = channel.deliveries(account.id);

  return layout(
    "Be a customer",
    "Sandbox: this stands in for the platforms",
    html`${seatForm(channels, seat)}
      <section aria-labelledby="talk">
        <h2 id="talk">${customer} and ${account.name}</h2>
        <ol class="log">
          ${channel
            .conversation(account.id, customer)
            .slice(-shownLines)
            .map(
              ({ fromBusiness, text }) =>
                html`<li><strong>${fromBusiness ? account.name : customer}:</strong> ${text}</li>`,
            )}
        </ol>
        <form method="post" action="/customer">
          ${seatFields(key, customer)} ${textField("message", "Message", "text")}
          <button class="primary" name="kind" value="${kinds[0]?.value}">Send</button>
        </form>
        <details>
          <summary>Something else</summary>
          <form method="post" action="/customer">
            ${seatFields(key, customer)} ${selectField("kind", "What happens", "kind", kinds)}
            ${textField("other-text", "Text, if it has one", "text")}
            ${textField("count", "How many at once", "count", "1", "numeric")}
            <button>Make it happen</button>
          </form>
          <form method="post" action="/customer/again">
            ${seatFields(key, customer)}<button>Deliver the last one again</button>
          </form>
        </details>
      </section>
      <section aria-labelledby="outcome">
        <h2 id="outcome">What became of it</h2>
        <div id="log" aria-live="polite" data-to="${key}">${deliveryLog(log)}</div>
        <noscript
          ><p><a href="/customer?${new URLSearchParams({ to: key, customer })}">Refresh</a></p></noscript
        >
      </section>
      <script>
        ${raw(watchScript)}
      </script>`,
  );
}

function seatForm(channels: Channel[], seat: Seat) {
  const options = channels
    .flatMap((channel) => channel.accounts().map((account) => ({ channel, account })))
    .toSorted((a, b) => Number(b.account.connected) - Number(a.account.connected))
    .map(({ channel, account }) => ({
      value: seatKey(channel, account),
      text: `${channel.label}: ${account.name}${account.connected ? " (connected)" : ""}`,
      selected: seatKey(channel, account) === seatKey(seat.channel, seat.account),
    }));

  return html`<form method="get" action="/customer" class="card">
    ${selectField("to", "Write to", "to", options)} ${textField("customer", "You are", "customer", seat.customer)}
    <button>Take this seat</button>
  </form>`;
}

function seatFields(to: string, customer: string) {
  return html`<input type="hidden" name="to" value="${to}" /><input
      type="hidden"
      name="customer"
      value="${customer}"
    />`;
}
