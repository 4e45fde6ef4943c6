import { html } from "hono/html";
import { grantOf } from "../facebook/grants.ts";
import { whyDead } from "../facebook/why-dead.ts";
import { selectField } from "../html/field.ts";
import type { FacebookState, Person } from "../state/types.ts";

/** What one person can take back, one button each. */
export function personSection(state: FacebookState, person: Person) {
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
    ${choose(person.id, "/control/tokens/expire", "token", "Token", "Expire", livingTokens(state, person))}
    ${choose(
      person.id,
      `/control/people/${person.id}/revoke`,
      "permission",
      "Permission",
      "Take back",
      granted.map((name) => [name, name]),
    )}
    ${choose(
      person.id,
      `/control/people/${person.id}/withdraw-page`,
      "pageId",
      "Page",
      "Withdraw",
      pageIds.map((id) => [id, state.pages[id]?.name ?? id]),
    )}
  </section>`;
}

function livingTokens(state: FacebookState, person: Person): [string, string][] {
  return Object.values(state.tokens)
    .filter((token) => token.personId === person.id && !whyDead(state, token))
    .map(({ value, pageId }) => {
      const whose = pageId ? `Page token, ${state.pages[pageId]?.name}` : `User token, ${person.name}`;
      return [value, `${whose}, …${value.slice(-6)}`];
    });
}

function choose(
  personId: string,
  action: string,
  name: string,
  label: string,
  verb: string,
  options: [string, string][],
) {
  if (options.length === 0) return "";

  return html`<form method="post" action="${action}" class="row">
    ${selectField(
      `${name}-${personId}`,
      label,
      name,
      options.map(([value, text]) => ({ value, text })),
    )}
    <button>${verb}</button>
  </form>`;
}
