import { Hono } from "hono";
import { accountFor, authenticate } from "./authenticate.ts";
import { rfc2822 } from "./dates.ts";
import { notActive, notAuthenticated } from "./refusals.ts";
import type { Twilio } from "./twilio.ts";
import type { Account } from "./types.ts";

/** GET /2010-04-01/Accounts/{Sid}.json. Its answer holds the live token: whoever asks had better not log it. */
export function accountRoutes({ state }: Twilio): Hono {
  const routes = new Hono();

  routes.get("/2010-04-01/Accounts/:file{[^/]+\\.json}", (context) => {
    const caller = authenticate(state, context);
    if (caller.via === "key") throw notAuthenticated();

    const account = accountFor(state, caller, context.req.param("file").replace(".json", ""));
    const isShown =
      account.status === "active" || (account.status === "suspended" && account.refusedWith === 20403);
    if (!isShown) throw notActive(account.refusedWith);
    return context.json(resource(account));
  });

  return routes;
}

function resource(account: Account) {
  const uri = `/2010-04-01/Accounts/${account.sid}`;
  return {
    sid: account.sid,
    friendly_name: account.friendlyName,
    status: account.status,
    type: account.type,
    owner_account_sid: account.ownerSid,
    auth_token: account.authToken,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.updatedAt),
    subresource_uris: {
      messages: `${uri}/Messages.json`,
      incoming_phone_numbers: `${uri}/IncomingPhoneNumbers.json`,
      keys: `${uri}/Keys.json`,
    },
    uri: `${uri}.json`,
  };
}
