import { html } from "hono/html";
import { selectField } from "../html/field.ts";
import type { InstagramAccount, InstagramState } from "./types.ts";

/** What can go wrong with Instagram accounts that the app may use. */
export function instagramSection(state: InstagramState) {
  const granting = Object.values(state.accounts).filter(({ userId }) => state.grants[userId]);
  const { habits } = state;

  return html`<section aria-labelledby="instagram">
      <h2 id="instagram">Instagram</h2>
      <form method="post" action="/control/instagram/habits" class="row">
        ${selectField("signing", "Webhooks are signed with", "signing", [
          { value: "instagram", text: "The Instagram app secret", selected: habits.signing === "instagram" },
          { value: "meta", text: "The Meta app secret", selected: habits.signing === "meta" },
        ])}
        ${selectField("exchange", "A code is answered", "exchange", [
          { value: "wrapped", text: "As documented, in a list", selected: habits.exchange === "wrapped" },
          { value: "flat", text: "Flat, with a numeric id", selected: habits.exchange === "flat" },
        ])}
        ${selectField("developmentMode", "The app is", "developmentMode", [
          { value: "no", text: "Live", selected: !habits.developmentMode },
          { value: "yes", text: "In development, for people with a role", selected: habits.developmentMode },
        ])}
        <button>Behave so</button>
      </form>
      ${granting.length === 0 ? html`<p class="muted">No account has let the app in.</p>` : ""}
    </section>
    ${granting.map((account) => accountSection(state, account))}`;
}

function accountSection(state: InstagramState, { userId, username }: InstagramAccount) {
  const button = (action: string, label: string) =>
    html`<form method="post" action="/control/instagram/accounts/${userId}/${action}">
      <button>${label}</button>
    </form>`;
  const fields = state.subscriptions[userId];
  const granted = state.grants[userId] ?? [];

  return html`<section aria-labelledby="instagram-${userId}">
    <h2 id="instagram-${userId}">@${username}</h2>
    <p class="muted">
      Refreshed ${state.refreshes[userId] ?? 0} times. ${fields ? `Subscribed to ${fields.join(", ")}.` : "Not subscribed."}
    </p>
    <div class="row">
      ${button("expire", "Expire all tokens")} ${button("change-password", "Change password")}
      ${button("remove-app", "Remove the app")} ${button("request-deletion", "Ask for data deletion")}
      ${fields ? button("unsubscribe", "Unsubscribe the webhook") : ""}
    </div>
    ${
      granted.length > 0
        ? html`<form method="post" action="/control/instagram/accounts/${userId}/revoke" class="row">
            ${selectField(
              `revoke-${userId}`,
              "Permission",
              "permission",
              granted.map((value) => ({ value, text: value })),
            )}
            <button>Take back</button>
          </form>`
        : ""
    }
  </section>`;
}
