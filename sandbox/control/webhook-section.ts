import { html } from "hono/html";
import { callback } from "../delivery/callback.ts";
import { selectField, textField } from "../html/field.ts";
import type { Sandbox } from "../sandbox.ts";

const objects = ["page", "instagram", "whatsapp_business_account"];

/** The webhook that the Meta app itself has for each object, as its dashboard would show it. */
export function webhookSection({ config, facebook }: Sandbox) {
  return html`<section>
    <h2>Webhook of the Meta app</h2>
    <ul class="plain">
      ${objects.map((object) => html`<li><code>${object}</code>: ${callback(config, facebook, object)?.url ?? "none"}</li>`)}
    </ul>
    <form method="post" action="/control/subscriptions/verify"><button>Verify the callback</button></form>
    <form method="post" action="/control/app-webhook" class="row">
      ${selectField(
        "object",
        "Object",
        "object",
        objects.map((value) => ({ value, text: value })),
      )}
      ${textField("callbackUrl", "Address, or nothing for none", "callbackUrl", "", "url")}
      <button>Point it there</button>
    </form>
    <form method="post" action="/control/app-webhook/reset"><button>Point all of them at the app</button></form>
    ${subscriptions(facebook)}
  </section>`;
}

function subscriptions({ subscriptions: all, pages }: Sandbox["facebook"]) {
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
