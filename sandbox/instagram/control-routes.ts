import { Hono } from "hono";
import { z } from "zod";
import { nowSeconds } from "../clock.ts";
import { postSignedRequest } from "../control/post-signed-request.ts";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import type { Sandbox } from "../sandbox.ts";
import { newId } from "../state/new-id.ts";
import { rememberAccount } from "./remember-account.ts";
import { scopes } from "./scopes.ts";
import { issueToken, killTokens } from "./tokens.ts";
import type { InstagramState } from "./types.ts";

const NewAccount = z.object({
  username: z.string().min(1),
  name: z.string().optional(),
  type: z.enum(["Business", "Media_Creator", "Personal"]).default("Business"),
});
const Habit = z.object({
  exchange: z.enum(["wrapped", "flat"]).optional(),
  profile: z.enum(["wrapped", "flat"]).optional(),
  signing: z.enum(["instagram", "meta"]).optional(),
  developmentMode: z
    .union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")])
    .optional(),
  refusedField: z
    .string()
    .nullable()
    .transform((field) => field || null)
    .optional(),
});
const AccountId = z.object({ accountId: z.string() });
const GrantRequest = AccountId.extend({ permissions: z.array(z.string()).default(Object.keys(scopes)) });

/** `/control/instagram`: accounts, what they gave, and how it breaks. */
export function instagramControl({ config }: Sandbox, state: InstagramState): Hono {
  const { meta, instagram, delivery } = config;
  const routes = new Hono();

  routes.post("/accounts", async (context) => {
    const { username, name, type } = await readInput(context, NewAccount);
    const userId = newId("1784");
    const scopedId = newId("2490");
    const numbers = { followers: 120, follows: 30, media: 9 };
    state.accounts[userId] = { userId, scopedId, username, name: name ?? username, type, ...numbers };
    return reply(context, { accountId: userId, scopedId }, `@${username} is on Instagram.`);
  });

  routes.post("/login", async (context) => {
    const { accountId } = await readInput(context, AccountId);
    rememberAccount(context, find(accountId).userId);
    return reply(context, { ok: true }, "The consent page opens for this account.");
  });

  routes.post("/grants", async (context) => {
    const { accountId, permissions } = await readInput(context, GrantRequest);
    state.grants[find(accountId).userId] = permissions;
    const { value, expiresAt } = issueToken(state, accountId, true);
    return reply(context, { accessToken: value, expiresIn: expiresAt - nowSeconds() }, "Granted.");
  });

  routes.post("/habits", async (context) => {
    Object.assign(state.habits, await readInput(context, Habit));
    return reply(context, state.habits, "Instagram behaves so from now on.");
  });

  routes.post("/accounts/:id/type", async (context) => {
    const { type } = await readInput(context, NewAccount.pick({ type: true }));
    const account = find(context.req.param("id"));
    account.type = type;
    return reply(context, { ok: true }, `@${account.username} is now ${type}.`);
  });

  routes.post("/accounts/:id/expire", (context) => {
    const { userId } = find(context.req.param("id"));
    const tokens = Object.values(state.tokens).filter((token) => token.userId === userId);
    for (const token of tokens) token.expiresAt = nowSeconds() - 1;
    return reply(context, { expired: tokens.length }, `${tokens.length} tokens expired.`);
  });

  routes.post("/accounts/:id/revoke", async (context) => {
    const { userId, username } = find(context.req.param("id"));
    const { permission } = await readInput(context, z.object({ permission: z.string().min(1) }));
    state.grants[userId] = (state.grants[userId] ?? []).filter((scope) => scope !== permission);
    return reply(context, { ok: true }, `@${username} took back ${permission}.`);
  });

  routes.post("/accounts/:id/change-password", (context) => {
    const { userId, username } = find(context.req.param("id"));
    const because =
      "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.";
    killTokens(state, userId, 460, because);
    return reply(context, { ok: true }, `@${username} changed the password: every token is dead.`);
  });

  routes.post("/accounts/:id/remove-app", async (context) => {
    const { userId, scopedId, username } = find(context.req.param("id"));
    delete state.grants[userId];
    delete state.subscriptions[userId];
    killTokens(
      state,
      userId,
      458,
      "Error validating access token: The user has not authorized the application.",
    );
    const callback = await tell(meta.deauthorizeUrl, scopedId);
    return reply(
      context,
      { callback },
      `@${username} removed the app. The callback answered ${callback.status}.`,
    );
  });

  routes.post("/accounts/:id/request-deletion", async (context) => {
    const callback = await tell(meta.dataDeletionUrl, find(context.req.param("id")).scopedId);
    return reply(context, { callback }, `The callback answered ${callback.status}: ${callback.body}`);
  });

  routes.post("/accounts/:id/unsubscribe", (context) => {
    delete state.subscriptions[context.req.param("id")];
    return reply(context, { ok: true }, "Instagram unsubscribed the app.");
  });

  return routes;

  function tell(url: string | null, userId: string) {
    return postSignedRequest(url, userId, instagram.appSecret, delivery.timeoutMs);
  }

  function find(id: string) {
    const account = state.accounts[id];
    if (!account) throw refuse("There is no such account", 404);
    return account;
  }
}
