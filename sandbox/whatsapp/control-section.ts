import { html } from "hono/html";
import { selectField } from "../html/field.ts";
import { whySystemTokenIsDead } from "./system-tokens.ts";
import type { PhoneNumber, SystemToken, WhatsAppAccount, WhatsAppState } from "./types.ts";

const ratings = ["GREEN", "YELLOW", "RED", "NA"];
const tiers = ["TIER_250", "TIER_1K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"];
const statuses = ["CONNECTED", "DISCONNECTED", "PENDING", "FLAGGED", "RESTRICTED", "UNVERIFIED"];
const scopes = ["whatsapp_business_messaging", "whatsapp_business_management"];

/** What to type into the app's form, and what can go wrong with it afterwards. */
export function whatsAppSection(state: WhatsAppState) {
  const numbers = Object.values(state.numbers);
  return html`${Object.values(state.accounts).map((account) => {
    const own = numbers.filter(({ accountId }) => accountId === account.id);
    const tokens = Object.values(state.tokens).filter(({ accountIds }) => accountIds?.includes(account.id));
    return accountSection(state, account, own, tokens);
  })}`;
}

function accountSection(
  state: WhatsAppState,
  { id, name }: WhatsAppAccount,
  numbers: PhoneNumber[],
  tokens: SystemToken[],
) {
  const subscription = state.subscriptions[id];
  return html`<section aria-labelledby="whatsapp-${id}">
    <h2 id="whatsapp-${id}">WhatsApp of ${name}</h2>
    <p>WhatsApp Business Account ID: <code>${id}</code></p>
    <p class="muted">
      ${subscription ? "The app is subscribed." : "The app is not subscribed."}
      ${subscription?.override ? `Events go to ${subscription.override.url}.` : ""}
    </p>
    ${
      subscription
        ? html`<form method="post" action="/control/whatsapp/accounts/${id}/unsubscribe">
            <button>Unsubscribe the webhook</button>
          </form>`
        : ""
    }
    ${numbers.map(numberForm)} ${tokens.map(tokenForms)}
  </section>`;
}

function numberForm(number: PhoneNumber) {
  const { id, displayPhoneNumber, qualityRating, messagingLimitTier, status } = number;
  const choose = (name: string, label: string, values: string[], now: string) =>
    selectField(
      `${name}-${id}`,
      label,
      name,
      values.map((value) => ({ value, text: value, selected: value === now })),
    );
  return html`<form method="post" action="/control/whatsapp/numbers/${id}">
    <p>${displayPhoneNumber}, phone number ID: <code>${id}</code></p>
    <div class="row">
      ${choose("qualityRating", "Quality", ratings, qualityRating)}
      ${choose("messagingLimitTier", "Limit", tiers, messagingLimitTier)}
      ${choose("status", "Status", statuses, status)}
      <button aria-label="Change ${displayPhoneNumber}">Change</button>
    </div>
  </form>`;
}

function tokenForms(token: SystemToken) {
  const hidden = html`<input type="hidden" name="token" value="${token.value}" />`;
  const button = (action: string, label: string) =>
    html`<form method="post" action="/control/whatsapp/tokens/${action}">${hidden}<button>${label}</button></form>`;

  return html`<p>
      System user token${whySystemTokenIsDead(token) ? " (dead)" : ""}: <code>${token.value}</code>
    </p>
    <div class="row">
      ${button("expire", "Expire this token")} ${button("change-password", "Change password")}
      ${button("revoke", "Revoke the token")}
    </div>
    <form method="post" action="/control/whatsapp/tokens/revoke-permission" class="row">
      ${hidden}
      ${selectField(
        `permission-${token.value.slice(-12)}`,
        "Permission",
        "permission",
        scopes.filter((scope) => token.scopes.includes(scope)).map((value) => ({ value, text: value })),
      )}
      <button>Take back</button>
    </form>`;
}
