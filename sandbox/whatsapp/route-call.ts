import type { Call } from "../facebook/call.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { paginate } from "../facebook/paginate.ts";
import { noSuchField, noSuchObject } from "../facebook/refusals.ts";
import type { Sandbox } from "../sandbox.ts";
import { managementScope, messagingScope } from "./fresh-whatsapp.ts";
import { accountNode, numberNode } from "./number-node.ts";
import { needsScope, otherBusiness, sendError } from "./refusals.ts";
import { registerNumber } from "./register-number.ts";
import { sendMessage } from "./send-message.ts";
import { configureNumber, subscribedApps } from "./subscribe.ts";
import { reaches } from "./system-tokens.ts";
import type { PhoneNumber, SystemToken, WhatsAppAccount, WhatsAppState } from "./types.ts";

type Answer = object | Promise<object>;

/** What a system user's token may ask of graph.facebook.com: accounts and their numbers. */
export function routeWhatsApp(
  sandbox: Sandbox,
  state: WhatsAppState,
  call: Call,
  token: SystemToken,
): Answer {
  const [, , first = "", edge = ""] = call.path.split("/");
  if (first === "me" || first === token.systemUserId) return self(token, edge);

  const number = state.numbers[first];
  const account = state.accounts[number?.accountId ?? first];
  if (!account) throw noSuchObject(call.method, first);
  if (!reaches(token, account.id)) throw otherBusiness();

  if (number && edge === "messages" && call.method === "POST") {
    if (!token.scopes.includes(messagingScope))
      throw sendError(131005, "Access denied", `The token lacks ${messagingScope}.`);
    return sendMessage(sandbox, state, call, number);
  }
  if (!token.scopes.includes(managementScope)) throw needsScope(managementScope);
  return number
    ? numberEdge(sandbox, state, call, number, edge)
    : accountEdge(sandbox, state, call, account, edge);
}

function accountEdge(
  sandbox: Sandbox,
  state: WhatsAppState,
  call: Call,
  account: WhatsAppAccount,
  edge: string,
): Answer {
  switch (edge) {
    case "":
      return accountNode(call, account);
    case "phone_numbers": {
      const numbers = Object.values(state.numbers).filter(({ accountId }) => accountId === account.id);
      return paginate(call, `${account.id}/phone_numbers`, numbers, (number) =>
        numberNode(sandbox, state, call, number, "listed"),
      );
    }
    case "subscribed_apps":
      return subscribedApps(sandbox, state, call, account.id);
    default:
      throw noSuchField(edge, "WhatsAppBusinessAccount");
  }
}

function numberEdge(
  sandbox: Sandbox,
  state: WhatsAppState,
  call: Call,
  number: PhoneNumber,
  edge: string,
): Answer {
  if (edge === "") {
    return call.method === "POST"
      ? configureNumber(sandbox, state, call, number)
      : numberNode(sandbox, state, call, number);
  }
  if (edge === "register" && call.method === "POST") return registerNumber(call, number);
  throw noSuchField(edge, "WhatsAppBusinessPhoneNumber");
}

function self({ systemUserId, name, scopes }: SystemToken, edge: string): object {
  if (edge === "") return { id: systemUserId, name };
  if (edge === "permissions")
    return { data: scopes.map((permission) => ({ permission, status: "granted" })) };
  throw new GraphError(100, `(#100) Tried accessing nonexisting field (${edge}) on node type (SystemUser)`);
}
