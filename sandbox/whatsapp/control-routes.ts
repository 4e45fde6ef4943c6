import { Hono } from "hono";
import { z } from "zod";
import { nowSeconds } from "../clock.ts";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import { newId } from "../state/new-id.ts";
import { fullScopes, phoneNumber, whatsAppAccount } from "./fresh-whatsapp.ts";
import { issueSystemToken } from "./system-tokens.ts";
import type { SystemToken, WhatsAppState } from "./types.ts";

const NewAccount = z.object({
  name: z.string().min(1),
  numbers: z
    .array(z.object({ displayPhoneNumber: z.string().optional(), verifiedName: z.string().optional() }))
    .min(1)
    .default([{}]),
});
const NewToken = z.object({
  accountIds: z.array(z.string()).nullable().default(null),
  scopes: z.array(z.string()).default(fullScopes),
  expires: z.boolean().default(false),
  ofAnotherApp: z.boolean().default(false),
});
const NumberChange = z.object({
  qualityRating: z.string().optional(),
  messagingLimitTier: z.string().optional(),
  status: z.string().optional(),
  nameStatus: z.string().optional(),
  codeVerificationStatus: z.string().optional(),
  platformType: z.string().optional(),
  verifiedName: z.string().optional(),
  accountMode: z.string().optional(),
  throughputLevel: z.string().optional(),
});
const AccountChange = z.object({
  accountReviewStatus: z.string().optional(),
  businessVerificationStatus: z.string().optional(),
  canSendMessage: z.string().optional(),
});
const WhichToken = z.object({ token: z.string().optional(), accountId: z.string().optional() });

const ends = {
  expire: "expired",
  "change-password": "ended with its user's session",
  revoke: "revoked",
} as const;

/** `/control/whatsapp`: accounts, numbers and tokens, and how they break. */
export function whatsAppControl(state: WhatsAppState): Hono {
  const routes = new Hono();

  routes.post("/accounts", async (context) => {
    const { name, numbers } = await readInput(context, NewAccount);
    const accountId = newId("1");
    state.accounts[accountId] = whatsAppAccount(accountId, name);
    const made = numbers.map(({ displayPhoneNumber, verifiedName }) => {
      const id = newId("20");
      const display = displayPhoneNumber ?? `+1 555-${id.slice(-7, -4)}-${id.slice(-4)}`;
      state.numbers[id] = phoneNumber(id, accountId, display, verifiedName ?? name);
      return { id, displayPhoneNumber: display };
    });
    const systemUser = { systemUserId: newId("61"), name: `${name} system user` };
    const fields = { ...systemUser, scopes: fullScopes, accountIds: [accountId], ofAnotherApp: false };
    const token = issueSystemToken(state, { ...fields, expires: false }).value;
    return reply(context, { accountId, numbers: made, token }, `${name} is on WhatsApp.`);
  });

  routes.post("/tokens", async (context) => {
    const asked = await readInput(context, NewToken);
    const token = issueSystemToken(state, { systemUserId: newId("61"), name: "System user", ...asked });
    return reply(context, { token: token.value }, "A new token.");
  });

  for (const [action, word] of Object.entries(ends) as [keyof typeof ends, string][]) {
    routes.post(`/tokens/${action}`, async (context) => {
      const tokens = find(await readInput(context, WhichToken));
      for (const token of tokens) end(token, action);
      return reply(context, { tokens: tokens.length }, `${tokens.length} tokens: ${word}.`);
    });
  }

  routes.post("/tokens/revoke-permission", async (context) => {
    const schema = WhichToken.extend({ permission: z.string().min(1) });
    const { permission, ...which } = await readInput(context, schema);
    const tokens = find(which);
    for (const token of tokens) token.scopes = token.scopes.filter((scope) => scope !== permission);
    return reply(context, { tokens: tokens.length }, `${tokens.length} tokens lost ${permission}.`);
  });

  routes.post("/tokens/withdraw-account", async (context) => {
    const { accountId, token } = await readInput(context, WhichToken);
    const tokens = find({ token, accountId });
    for (const one of tokens) one.accountIds = (one.accountIds ?? []).filter((id) => id !== accountId);
    return reply(context, { tokens: tokens.length }, `${tokens.length} tokens no longer reach the account.`);
  });

  routes.post("/numbers/:id", async (context) => {
    const number = state.numbers[context.req.param("id")];
    if (!number) throw refuse("There is no such number", 404);
    Object.assign(number, given(await readInput(context, NumberChange)));
    return reply(context, number, `${number.displayPhoneNumber} is changed.`);
  });

  routes.post("/numbers/:id/delete", (context) => {
    delete state.numbers[context.req.param("id")];
    return reply(context, { ok: true }, "The number is gone.");
  });

  routes.post("/accounts/:id", async (context) => {
    const account = state.accounts[context.req.param("id")];
    if (!account) throw refuse("There is no such account", 404);
    Object.assign(account, given(await readInput(context, AccountChange)));
    return reply(context, account, `${account.name} is changed.`);
  });

  routes.post("/accounts/:id/unsubscribe", (context) => {
    delete state.subscriptions[context.req.param("id")];
    return reply(context, { ok: true }, "The app is unsubscribed.");
  });

  return routes;

  function find({ token, accountId }: z.infer<typeof WhichToken>): SystemToken[] {
    if (!token && !accountId) throw refuse("Say which: token or accountId");
    return Object.values(state.tokens).filter(
      ({ value, accountIds }) =>
        (!token || value === token) && (!accountId || accountIds?.includes(accountId)),
    );
  }
}

function end(token: SystemToken, how: keyof typeof ends) {
  if (how === "expire") token.expiresAt = nowSeconds() - 1;
  if (how === "change-password") {
    token.dead = {
      subcode: 460,
      message:
        "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
    };
  }
  if (how === "revoke")
    token.dead = { subcode: 467, message: "Error validating access token: Token is invalid." };
}

/** Without what was left empty in a form. */
function given(fields: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
