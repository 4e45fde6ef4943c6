import type { Context } from "hono";
import { now } from "../clock.ts";
import type { TokenPair, ZoomState, ZoomUser } from "./types.ts";
import { ZoomError } from "./zoom-error.ts";

export type Caller = { user: ZoomUser; pair: TokenPair };

/** Who calls, by bearer token. Throws 124 when it is unknown, revoked or past its hour. */
export function authenticate(state: ZoomState, context: Context): Caller {
  const token = /^Bearer (\S+)$/.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
  const pair = state.pairs[token];
  const user = pair && state.users[pair.userId];

  if (!user || pair.revoked || state.app.disabled)
    throw new ZoomError(401, { code: 124, message: "Invalid access token." });
  if (pair.accessExpiresAt <= now())
    throw new ZoomError(401, { code: 124, message: "Access token is expired." });
  return { user, pair };
}

/** Throws 4711 with the list of what is missing. */
export function requireScopes({ pair }: Caller, ...scopes: string[]) {
  const missing = scopes.filter((scope) => !pair.scopes.includes(scope));
  if (missing.length === 0) return;
  const message = `Invalid access token, does not contain scopes:[${missing.join(", ")}]`;
  throw new ZoomError(400, { code: 4711, message });
}
