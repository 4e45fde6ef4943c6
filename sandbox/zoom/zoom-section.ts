import { html } from "hono/html";
import { textField } from "../html/field.ts";
import { iso } from "./iso.ts";
import { hasAuthorized } from "./tokens.ts";
import type { ZoomState, ZoomUser } from "./types.ts";

/** Zoom's part of `/control`. */
export function zoomSection(state: ZoomState, webhookUrl: string | null) {
  const { webhook } = state;
  const button = (action: string, label: string, fields: Record<string, string> = {}) =>
    html`<form method="post" action="/control/zoom/${action}">
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button>${label}</button>
    </form>`;

  return html`<section aria-labelledby="zoom">
      <h2 id="zoom">Zoom</h2>
      <p class="muted">
        Webhook: ${webhookUrl ?? "none configured"}${webhook.disabled ? ", disabled" : ""},
        ${webhook.validatedAt === null ? "never validated" : `validated ${iso(webhook.validatedAt)}`}
      </p>
      <div class="row">
        ${button("webhook/validate", "Validate the address")}
        ${button("webhook/validate", "Validate it without a signature", { signature: "none" })}
        ${button("refreshes/lose", "Lose the answer of the next refresh")}
        ${button("limit", "Over the limit per second", { kind: "QPS" })}
        ${button("limit", "Over the limit per day", { kind: "Daily-limit" })}
        ${button("app", state.app.disabled ? "Enable the app" : "Disable the app", { disabled: String(!state.app.disabled) })}
      </div>
      <form method="post" action="/control/zoom/refreshes/fail" class="row">
        ${textField("zoom-fail", "How many of the next refreshes fail with 500", "count", "1", "numeric")}
        <button>Make them fail</button>
      </form>
    </section>
    ${Object.values(state.users).map((user) => userSection(state, user))}`;
}

function userSection(state: ZoomState, user: ZoomUser) {
  const { id, firstName, lastName, email, plan, needsApproval } = user;
  const { asked, rotated, refused } = state.refreshes[id] ?? { asked: 0, rotated: 0, refused: 0 };
  const at = `/control/zoom/users/${id}`;
  const button = (action: string, label: string, name = "", value = "") =>
    html`<form method="post" action="${at}/${action}"><button name="${name}" value="${value}">${label}</button></form>`;

  return html`<section aria-labelledby="zoom-${id}">
    <h2 id="zoom-${id}">${firstName} ${lastName} at Zoom (${plan})</h2>
    <p class="muted">
      ${email}, ${hasAuthorized(state, id) ? "has added the app" : "has not added the app"}. Refreshes: ${asked} asked
      for, ${rotated} rotated, ${refused} refused.
    </p>
    <div class="row">
      ${button("expire", "Expire the access token")} ${button("expire-refresh", "Expire the refresh token")}
      ${button("revoke", "Revoke the grant")} ${button("remove-app", "Remove the app")}
      ${button("plan", plan === "basic" ? "Give a license" : "Take the license away", "plan", plan === "basic" ? "licensed" : "basic")}
      ${button("approval", needsApproval ? "Need no approval" : "Need the admin's approval", "needed", String(!needsApproval))}
    </div>
  </section>`;
}
