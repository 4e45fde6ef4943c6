import { html } from "hono/html";
import { selectField } from "../html/field.ts";

const example = '{"object":"page","entry":[]}';

/** A form that sends any bytes to the callback, once, signed well or badly. */
export function rawDelivery() {
  return html`<section>
    <h2>Deliver any bytes</h2>
    <form method="post" action="/control/deliver">
      <div class="field">
        <label for="raw-body">Body</label>
        <textarea id="raw-body" name="body" rows="4">${example}</textarea>
      </div>
      ${selectField("raw-signature", "Signature", "signature", [
        { value: "good", text: "Good" },
        { value: "bad", text: "With another secret" },
        { value: "sha1", text: "Only the old SHA-1" },
        { value: "none", text: "None" },
      ])}
      <button>Deliver</button>
    </form>
  </section>`;
}
