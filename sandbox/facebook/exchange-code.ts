import { nowSeconds } from "../clock.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Token } from "../state/types.ts";
import { issueSystemToken, whySystemTokenIsDead } from "../whatsapp/system-tokens.ts";
import type { SystemToken } from "../whatsapp/types.ts";
import { whatsAppOf } from "../whatsapp/whatsapp-of.ts";
import type { Call } from "./call.ts";
import { GraphError } from "./graph-error.ts";
import { issueUserToken } from "./tokens.ts";
import { whyDead } from "./why-dead.ts";

/** GET or POST /oauth/access_token: a code for a token, or a living token for a long-lived one. */
export function exchangeCode(sandbox: Sandbox, { params }: Call) {
  const { meta } = sandbox.config;

  if (!params.client_id) throw new GraphError(101, "Missing client_id parameter.");
  if (params.client_id !== meta.appId) {
    throw new GraphError(
      101,
      "Error validating application. Cannot get application info due to a system error.",
    );
  }
  if (!params.client_secret) throw new GraphError(1, "Missing client_secret parameter.");
  if (params.client_secret !== meta.appSecret) throw new GraphError(1, "Error validating client secret.");

  const system = whatsAppOf(sandbox).tokens[params.fb_exchange_token ?? ""];
  if (params.grant_type === "fb_exchange_token" && system)
    return extendSystem(sandbox, system, params.set_token_expires_in_60_days === "true");
  if (params.grant_type === "fb_exchange_token")
    return answer(sandbox, extend(sandbox, params.fb_exchange_token));
  if (params.grant_type === "client_credentials") {
    return { access_token: `${meta.appId}|${meta.appSecret}`, token_type: "bearer" };
  }
  return answer(sandbox, redeem(sandbox, params.code, params.redirect_uri));
}

function redeem({ facebook }: Sandbox, value: string | undefined, redirectUri: string | undefined): Token {
  if (!value) throw new GraphError(1, "Missing authorization code");
  if (!redirectUri) throw new GraphError(191, "Missing redirect_uri parameter.");

  const code = facebook.codes[value];
  if (!code) throw new GraphError(100, "Invalid verification code format.");
  if (code.used) throw new GraphError(100, "This authorization code has been used.", { subcode: 36009 });
  if (code.expiresAt <= nowSeconds()) {
    throw new GraphError(100, "This authorization code has expired.", { subcode: 36007 });
  }
  if (code.redirectUri !== redirectUri) {
    throw new GraphError(
      100,
      "Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request",
      { subcode: 36008 },
    );
  }
  code.used = true;
  return issueUserToken(facebook, code.personId, false);
}

function extend({ facebook }: Sandbox, value: string | undefined): Token {
  const token = value ? facebook.tokens[value] : undefined;
  if (token?.kind !== "USER") {
    throw new GraphError(190, "Invalid OAuth access token - Cannot parse access token");
  }
  const death = whyDead(facebook, token);
  if (death) throw new GraphError(190, death.message, { subcode: death.subcode });

  return issueUserToken(facebook, token.personId, true);
}

/** A system user's token is renewed the same way; the old one goes on until its own end. */
function extendSystem(sandbox: Sandbox, token: SystemToken, expires: boolean) {
  const death = whySystemTokenIsDead(token);
  if (death) throw new GraphError(190, death.message, { subcode: death.subcode });

  const { value, expiresAt } = issueSystemToken(whatsAppOf(sandbox), { ...token, expires });
  return {
    access_token: value,
    token_type: "bearer",
    ...(expires ? { expires_in: expiresAt - nowSeconds() } : {}),
  };
}

function answer({ facebook }: Sandbox, token: Token) {
  const lifetime = facebook.people[token.personId]?.omitExpiresIn
    ? {}
    : { expires_in: token.expiresAt - nowSeconds() };
  return { access_token: token.value, token_type: "bearer", ...lifetime };
}
