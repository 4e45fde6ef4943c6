import { html } from "hono/html";
import { clockAdvance } from "../clock.ts";
import { textField } from "../html/field.ts";

/** Moves the platforms' clock on, so that tokens age. */
export function clockSection() {
  const days = (clockAdvance() / 86_400_000).toFixed(1).replace(/\.0$/, "");
  return html`<section>
    <h2>Clock</h2>
    <p class="muted">For the platforms it is ${days} days later than here. Tokens age by their clock.</p>
    <form method="post" action="/control/clock" class="row">
      ${textField("advanceHours", "Hours to move on", "advanceHours", "24", "numeric")}
      <button>Move the clock</button>
    </form>
  </section>`;
}
