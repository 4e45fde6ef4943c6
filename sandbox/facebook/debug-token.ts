import { toldSeconds } from "../clock.ts";
import type { Sandbox } from "../sandbox.ts";
import { systemTokenNode } from "../whatsapp/system-tokens.ts";
import { whatsAppOf } from "../whatsapp/whatsapp-of.ts";
import type { Call, Caller } from "./call.ts";
import { isAppToken } from "./call.ts";
import { grantOf } from "./grants.ts";
import { GraphError } from "./graph-error.ts";
import { isForPages } from "./permissions.ts";
import { whyDead } from "./why-dead.ts";

/** GET /debug_token. A dead token is described with HTTP 200, and its subcode is called `subcode` here. */
export function debugToken(sandbox: Sandbox, call: Call, caller: Caller) {
  const { config, facebook } = sandbox;
  const input = call.params.input_token;

  if (caller.kind !== "app") {
    throw new GraphError(
      100,
      "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app",
    );
  }
  if (!input) throw new GraphError(100, "(#100) The parameter input_token is required.");
  const app = { app_id: config.meta.appId, application: "Trunkline in the sandbox" };
  if (isAppToken(sandbox, input)) return { data: { ...app, type: "APP", is_valid: true, scopes: [] } };

  const system = whatsAppOf(sandbox).tokens[input];
  if (system?.ofAnotherApp)
    throw new GraphError(100, "(#100) The App_id in the input_token did not match the Viewing App");
  if (system) return systemTokenNode(system, app);

  const token = facebook.tokens[input];
  if (!token) {
    const message = "Invalid OAuth access token - Cannot parse access token";
    return { data: { error: { code: 190, message }, is_valid: false, scopes: [] } };
  }

  const known = {
    ...app,
    type: token.kind,
    issued_at: toldSeconds(token.issuedAt),
    expires_at: toldSeconds(token.expiresAt),
    data_access_expires_at: toldSeconds(token.dataAccessExpiresAt),
    user_id: token.personId,
    ...(token.pageId ? { profile_id: token.pageId } : {}),
  };
  const death = whyDead(facebook, token);
  if (death) return { data: { ...known, is_valid: false, error: { code: 190, ...death }, scopes: [] } };

  const { permissions, pageIds } = grantOf(facebook, token.personId);
  const scopes = Object.keys(permissions).filter((permission) => permissions[permission] === "granted");
  const granular = scopes
    .filter((scope) => isForPages(scope) || scope === "business_management")
    .map((scope) => (isForPages(scope) ? { scope, target_ids: pageIds } : { scope }));
  return { data: { ...known, is_valid: true, scopes, granular_scopes: granular } };
}
