import { createHmac } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import { whySystemTokenIsDead } from "../whatsapp/system-tokens.ts";
import type { SystemToken } from "../whatsapp/types.ts";
import { whatsAppOf } from "../whatsapp/whatsapp-of.ts";
import { type Call, type Caller, isAppToken } from "./call.ts";
import { GraphError } from "./graph-error.ts";
import { whyDead } from "./why-dead.ts";

/** Who calls. Throws Meta's error when the token is missing, unknown or dead, or its proof is. */
export function authenticate(sandbox: Sandbox, call: Call): Caller {
  const { facebook, config } = sandbox;
  const { access_token: value, appsecret_proof: proof } = call.params;

  if (!value) throw missingToken(call.path);
  if (proof !== undefined && proof !== proofOf(value, config.meta.appSecret)) {
    throw new GraphError(100, "Invalid appsecret_proof provided in the API argument", {
      type: "GraphMethodException",
    });
  }
  if (isAppToken(sandbox, value)) return { kind: "app" };

  const system = whatsAppOf(sandbox).tokens[value];
  if (system) return authenticateSystem(sandbox, call, system);

  const token = facebook.tokens[value];
  const person = token && facebook.people[token.personId];
  if (!person) throw new GraphError(190, "Invalid OAuth access token - Cannot parse access token");

  const death = whyDead(facebook, token);
  if (death) throw new GraphError(190, death.message, { subcode: death.subcode });

  if (proof === undefined) throw needsProof();
  const page = token.pageId ? facebook.pages[token.pageId] : undefined;
  return page ? { kind: "page", token, person, page } : { kind: "user", token, person };
}

function authenticateSystem(sandbox: Sandbox, { path, params }: Call, token: SystemToken): Caller {
  const death = whySystemTokenIsDead(token);
  if (death) throw new GraphError(190, death.message, { subcode: death.subcode });
  if (token.ofAnotherApp && params.appsecret_proof !== undefined) {
    throw new GraphError(100, "Invalid appsecret_proof provided in the API argument", {
      type: "GraphMethodException",
    });
  }
  if (!token.ofAnotherApp && params.appsecret_proof === undefined) throw needsProof();
  return { kind: "system", token, accountId: accountIn(sandbox, path) };
}

/** The WhatsApp account that a path is about. */
function accountIn(sandbox: Sandbox, path: string): string | null {
  const { accounts, numbers } = whatsAppOf(sandbox);
  const id = path.split("/")[2] ?? "";
  return numbers[id]?.accountId ?? accounts[id]?.id ?? null;
}

function needsProof(): GraphError {
  return new GraphError(100, "API calls from the server require an appsecret_proof argument", {
    type: "GraphMethodException",
  });
}

function proofOf(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("hex");
}

function missingToken(path: string): GraphError {
  return /^\/v[\d.]+\/me(\/|$)/.test(path)
    ? new GraphError(2500, "An active access token must be used to query information about the current user.")
    : new GraphError(104, "An access token is required to request this resource.");
}
