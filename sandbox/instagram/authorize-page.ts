import { html } from "hono/html";
import { selectField } from "../html/field.ts";
import { layout } from "../html/layout.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { basicScope, scopes } from "./scopes.ts";
import type { InstagramAccount, InstagramState } from "./types.ts";

const notice = "Sandbox: this stands in for instagram.com";

/** The page where the owner of an account decides what the app may do. A personal account gets no further. */
export function authorizePage(state: InstagramState, request: AuthorizeRequest, account: InstagramAccount) {
  const personal = account.type === "Personal";

  return layout(
    "Log in with Instagram",
    notice,
    html`${accountForm(state, request, account)}
      <form method="post" class="card">
        ${hidden(request)}<input type="hidden" name="account" value="${account.userId}" />
        ${personal ? needsProfessional(account) : consent(request, account)}
        <details>
          <summary>Misbehave</summary>
          <p class="muted">Answers that the app must survive.</p>
          <div class="row">
            ${personal ? html`<button name="decision" value="allow">Let the personal account through</button>` : ""}
            <button name="decision" value="expired-code">Give an expired code</button>
            <button name="decision" value="used-code">Give a used code</button>
            <button name="decision" value="no-code">Give no code</button>
            <button name="decision" value="other-state">Change the state</button>
          </div>
        </details>
      </form>`,
  );
}

/** What Instagram shows instead of redirecting when the request itself is wrong. */
export function invalidRequestPage(reason: string) {
  return layout(
    "Invalid request",
    notice,
    html`<section><p>Request parameters are invalid: ${reason}</p></section>`,
  );
}

function consent(request: AuthorizeRequest, { username }: InstagramAccount) {
  return html`<p>Trunkline asks for access to <strong>@${username}</strong>. Turn off what it should not get.</p>
    <fieldset>
      <legend>Permissions</legend>
      ${request.scopes.map((scope) =>
        scope === basicScope
          ? html`<div class="choice">
              <input type="checkbox" id="scope-${scope}" checked disabled aria-describedby="about-${scope}" />
              <label for="scope-${scope}"><code>${scope}</code></label>
              <p class="muted" id="about-${scope}">${scopes[scope]} (required)</p>
            </div>`
          : html`<div class="choice">
              <input type="checkbox" id="scope-${scope}" name="permission" value="${scope}" checked
                aria-describedby="about-${scope}" />
              <label for="scope-${scope}"><code>${scope}</code></label>
              <p class="muted" id="about-${scope}">${scopes[scope]}</p>
            </div>`,
      )}
    </fieldset>
    <div class="row">
      <button class="primary" name="decision" value="allow">Allow</button>
      <button name="decision" value="cancel">Cancel</button>
    </div>`;
}

function needsProfessional({ username }: InstagramAccount) {
  return html`<p>
      <strong>@${username}</strong> is a personal account. Only a professional account, a business or a creator, can
      be connected to an app.
    </p>
    <div class="row">
      <button class="primary" name="decision" value="switch">Switch to a professional account</button>
      <button name="decision" value="cancel">Cancel</button>
    </div>`;
}

function accountForm(state: InstagramState, request: AuthorizeRequest, account: InstagramAccount) {
  const options = Object.values(state.accounts).map(({ userId, username, type }) => ({
    value: userId,
    text: `@${username} (${type.toLowerCase().replace("_", " ")})`,
    selected: userId === account.userId,
  }));
  return html`<form method="get" class="card">
    ${hidden(request)}
    <div class="row">
      ${selectField("account", "Which account", "account", options)}<button>Switch account</button>
    </div>
  </form>`;
}

function hidden({ params }: AuthorizeRequest) {
  return html`${Object.entries(params).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}
