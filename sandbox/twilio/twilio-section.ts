import { html } from "hono/html";
import { selectField, textField } from "../html/field.ts";
import { currentStatus } from "./sender-resource.ts";
import { sharedNumber } from "./shared-number.ts";
import type { Account, Sender, TwilioState } from "./types.ts";

/** Twilio's part of `/control`: every account with its token, and what can happen to it. */
export function twilioSection(state: TwilioState) {
  return html`<section aria-labelledby="twilio">
      <h2 id="twilio">Twilio</h2>
      <p class="muted">
        The sandbox number of every account is ${sharedNumber.replace("whatsapp:", "")}. Set its addresses here, as in
        the Console.
      </p>
      <ul class="plain">
        ${state.alerts.slice(-5).map(({ code, text }) => html`<li class="muted">Debugger ${code}: ${text}</li>`)}
      </ul>
    </section>
    ${Object.values(state.accounts).map((account) => accountSection(state, account))}`;
}

function accountSection(state: TwilioState, account: Account) {
  const { sid, friendlyName, authToken, secondaryToken, shared } = account;
  const at = `/control/twilio/accounts/${sid}`;
  const senders = Object.values(state.senders).filter(({ accountSid }) => accountSid === sid);

  return html`<section aria-labelledby="account-${sid}">
    <h2 id="account-${sid}">${friendlyName} at Twilio (${account.type}, ${account.status})</h2>
    <p>Account SID <code>${sid}</code><br />Auth Token <code>${authToken}</code></p>
    ${secondaryToken ? html`<p>Secondary token <code>${secondaryToken}</code></p>` : ""}
    <div class="row">
      <form method="post" action="${at}/rotate-token"><button>Change the auth token</button></form>
      <form method="post" action="${at}/secondary-token"><button>Make a secondary token</button></form>
      ${(["active", "suspended", "closed"] as const)
        .filter((status) => status !== account.status)
        .map(
          (status) => html`<form method="post" action="${at}/status">
            <button name="status" value="${status}">Make it ${status}</button>
          </form>`,
        )}
    </div>
    <form method="post" action="${at}/manner" class="row">
      ${selectField(
        `manner-${sid}`,
        "Statuses of what is sent come",
        "manner",
        ["in order", "reversed", "repeated", "without delivered", "before the answer"].map((value) => ({
          value,
          text: value,
          selected: value === account.manner,
        })),
      )}
      <button>Let them</button>
    </form>
    <form method="post" action="${at}/fail-next-message" class="row">
      ${textField(`code-${sid}`, "The next message fails with", "code", "63016", "numeric")}
      <button>Make it fail</button>
    </form>
    <form method="post" action="${at}/shared-number">
      ${textField(`callback-${sid}`, "Sandbox number: when a message comes in", "callbackUrl", shared.callbackUrl ?? "", "url")}
      ${textField(`status-${sid}`, "Sandbox number: status callback", "statusCallbackUrl", shared.statusCallbackUrl ?? "", "url")}
      <button>Save, as in the Console</button>
    </form>
    <ul class="plain">
      ${senders.map(senderItem)}
    </ul>
  </section>`;
}

function senderItem(sender: Sender) {
  const { sid, address, name, webhook, status } = sender;
  const at = `/control/twilio/senders/${sid}`;
  const other = status === "ONLINE" ? "OFFLINE" : "ONLINE";

  return html`<li>
    <strong>${name}, ${address.replace("whatsapp:", "")}</strong> ${currentStatus(sender)}
    <p class="muted"><code>${sid}</code><br />Webhook: ${webhook.callbackUrl ?? "none"}</p>
    <div class="row">
      <form method="post" action="${at}/status">
        <button class="small" name="status" value="${other}" aria-label="Make ${name} ${other.toLowerCase()}">
          Make it ${other.toLowerCase()}
        </button>
      </form>
      <form method="post" action="${at}/webhook">
        <button class="small" aria-label="Change the webhook of ${name}">Change the webhook</button>
      </form>
      <form method="post" action="${at}/ignore-next-update">
        <button class="small" aria-label="Ignore the next change of ${name}">Ignore the next change</button>
      </form>
    </div>
  </li>`;
}
