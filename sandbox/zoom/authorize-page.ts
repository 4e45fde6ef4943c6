import { html } from "hono/html";
import { selectField } from "../html/field.ts";
import { layout } from "../html/layout.ts";
import type { AuthorizeRequest, Refusal } from "./authorize-request.ts";
import { scopeTexts } from "./scopes.ts";
import type { ZoomState, ZoomUser } from "./types.ts";

const notice = "Sandbox: this stands in for zoom.us";

/** The page where a person signs in to Zoom and allows the app. */
export function authorizePage(state: ZoomState, request: AuthorizeRequest, user: ZoomUser) {
  const { scopes, optionalScopes } = state.app;

  return layout(
    "Sign in to Zoom",
    notice,
    html`${userForm(state, request, user)}
      <form method="post" class="card">
        ${hidden(request.params)}<input type="hidden" name="user" value="${user.id}" />
        <p>You are about to add Trunkline, ${user.firstName}.</p>
        <fieldset>
          <legend>It will be able to</legend>
          <ul class="plain">
            ${scopes
              .filter((scope) => !optionalScopes.includes(scope))
              .map((scope) => html`<li>${scopeTexts[scope] ?? scope} <code>${scope}</code></li>`)}
          </ul>
        </fieldset>
        <fieldset>
          <legend>You may leave out</legend>
          ${scopes
            .filter((scope) => optionalScopes.includes(scope))
            .map(
              (scope) => html`<div class="choice">
                <input type="checkbox" id="scope-${scope}" name="scope" value="${scope}" checked />
                <label for="scope-${scope}">${scopeTexts[scope] ?? scope} <code>${scope}</code></label>
              </div>`,
            )}
        </fieldset>
        <div class="row">
          <button class="primary" name="decision" value="allow">Allow</button>
          <button name="decision" value="cancel">Cancel</button>
        </div>
        <details>
          <summary>Misbehave</summary>
          <p class="muted">Answers that the app must survive.</p>
          <div class="row">
            <button name="decision" value="expired-code">Give an expired code</button>
            <button name="decision" value="used-code">Give a used code</button>
            <button name="decision" value="no-code">Give no code</button>
            <button name="decision" value="no-state">Leave the state out</button>
            <button name="decision" value="other-state">Change the state</button>
          </div>
        </details>
      </form>`,
  );
}

/** Where a person ends whose admin has to allow the app first. There is no way back to the app. */
export function approvalPage(request: AuthorizeRequest, state: ZoomState, user: ZoomUser) {
  return layout(
    "This app needs approval",
    notice,
    html`${userForm(state, request, user)}
      <section>
        <p>Your Zoom admin has to pre-approve Trunkline before you can add it. A request has been sent to them.</p>
      </section>`,
  );
}

/** What Zoom shows instead of redirecting when the request itself is wrong. */
export function refusalPage({ code, title, message }: Refusal) {
  return layout(title, notice, html`<section><p>${message} (${code.toLocaleString("en")})</p></section>`);
}

function userForm(state: ZoomState, request: AuthorizeRequest, user: ZoomUser) {
  return html`<form method="get" class="card">
    ${hidden(request.params)}
    <div class="row">
      ${selectField(
        "user",
        "Who is signing in",
        "user",
        Object.values(state.users).map(({ id, firstName, lastName, email }) => ({
          value: id,
          text: `${firstName} ${lastName}, ${email}`,
          selected: id === user.id,
        })),
      )}
      <button>Switch person</button>
    </div>
  </form>`;
}

function hidden(params: Record<string, string>) {
  return html`${Object.entries(params).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}
