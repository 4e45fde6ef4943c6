import { html } from "hono/html";
import { selectField } from "../html/field.ts";
import { layout } from "../html/layout.ts";
import type { FacebookState, Person } from "../state/types.ts";
import type { DialogRequest, Refusal } from "./dialog-request.ts";
import { grantOf } from "./grants.ts";
import { permissions } from "./permissions.ts";

const notice = "Sandbox: this stands in for facebook.com";

/** The page where a person logs in and decides what the app may do. */
export function dialogPage(state: FacebookState, request: DialogRequest, person: Person) {
  return layout(
    "Log in with Facebook",
    notice,
    html`${personForm(state, request, person)}
      <form method="post" class="card">
        ${hidden(request.params)}<input type="hidden" name="person" value="${person.id}" />
        <p>Trunkline asks for access, ${person.name}. Untick what it should not get.</p>
        ${permissionChoices(state, request, person)} ${pageChoices(state, person)}
        <div class="row">
          <button class="primary" name="decision" value="continue">Continue</button>
          <button name="decision" value="cancel">Cancel</button>
        </div>
        <details>
          <summary>Misbehave</summary>
          <p class="muted">Answers that the app must survive.</p>
          <div class="row">
            <button name="decision" value="refused-by-meta">Refuse as Facebook does (error_code 1349126)</button>
            <button name="decision" value="expired-code">Give an expired code</button>
            <button name="decision" value="used-code">Give a used code</button>
            <button name="decision" value="no-code">Give no code</button>
            <button name="decision" value="other-state">Change the state</button>
          </div>
        </details>
      </form>`,
  );
}

/** What Facebook shows instead of redirecting when the request itself is wrong. */
export function refusalPage({ code, title, message }: Refusal) {
  return layout(
    title,
    notice,
    html`<section><p>${message}</p><p class="muted">Error code ${code}</p></section>`,
  );
}

function personForm(state: FacebookState, request: DialogRequest, person: Person) {
  return html`<form method="get" class="card">
    ${hidden(request.params)}
    <div class="row">
      ${selectField(
        "person",
        "Who is logging in",
        "person",
        Object.values(state.people).map(({ id, name }) => ({
          value: id,
          text: name,
          selected: id === person.id,
        })),
      )}
      <button>Switch person</button>
    </div>
  </form>`;
}

function permissionChoices(state: FacebookState, { scopes, rerequest }: DialogRequest, person: Person) {
  const before = grantOf(state, person.id).permissions;
  const offered = scopes.filter((scope) => rerequest || before[scope] !== "declined");

  return html`<fieldset>
    <legend>Permissions</legend>
    ${offered.map(
      (scope) => html`<div class="choice">
        <input type="checkbox" id="permission-${scope}" name="permission" value="${scope}" checked
          aria-describedby="about-${scope}" />
        <label for="permission-${scope}"><code>${scope}</code></label>
        <p class="muted" id="about-${scope}">${permissions[scope]}</p>
        <input type="hidden" name="offered" value="${scope}" />
      </div>`,
    )}
    ${
      offered.length < scopes.length
        ? html`<p class="muted">
          Not asked again, because you declined before: ${scopes.filter((scope) => !offered.includes(scope)).join(", ")}.
        </p>`
        : ""
    }
  </fieldset>`;
}

function pageChoices(state: FacebookState, person: Person) {
  const known = state.grants[person.id];

  return html`<fieldset>
    <legend>Pages</legend>
    ${person.roles.map(({ pageId, tasks, direct }) => {
      const ticked = known ? known.pageIds.includes(pageId) : true;
      const reach = direct ? "" : "Only through a business portfolio. ";
      return html`<div class="choice">
        <input type="checkbox" id="page-${pageId}" name="page" value="${pageId}" ${ticked ? "checked" : ""}
          aria-describedby="about-${pageId}" />
        <label for="page-${pageId}">${state.pages[pageId]?.name ?? pageId}</label>
        <p class="muted" id="about-${pageId}">${reach}${tasks.join(", ").toLowerCase()}</p>
      </div>`;
    })}
  </fieldset>`;
}

function hidden(params: Record<string, string>) {
  return html`${Object.entries(params).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}
