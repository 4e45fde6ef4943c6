import { Hono } from "hono";
import { z } from "zod";
import { readInput, refuse } from "../control/read-input.ts";
import { reply } from "../control/reply.ts";
import { addAccount, addApiKey, addSender } from "./add-account.ts";
import { newToken } from "./new-sid.ts";
import { promoteToken } from "./promote-token.ts";
import type { Twilio } from "./twilio.ts";
import type { Account } from "./types.ts";

const NewAccount = z.object({
  friendlyName: z.string().default("A business"),
  type: z.enum(["Trial", "Full"]).default("Full"),
  senders: z.coerce.number().int().min(0).max(50).default(1),
  ownerSid: z.string().optional(),
  verifiedNumbers: z.array(z.string()).default([]),
});

const Status = z.object({
  status: z.enum(["active", "suspended", "closed"]),
  refusedWith: z.coerce
    .number()
    .pipe(z.union([z.literal(20403), z.literal(20003), z.literal(10001), z.literal(20005)]))
    .default(20403),
});

const Manner = z.object({
  manner: z.enum(["in order", "reversed", "repeated", "without delivered", "before the answer"]),
});

const address = z
  .union([z.url(), z.literal("").transform(() => null)])
  .nullable()
  .default(null);
const Shared = z.object({ callbackUrl: address, statusCallbackUrl: address });

/** Accounts: new ones, and what happens to their tokens, their standing and their messages. */
export function accountControl({ state }: Twilio): Hono {
  const routes = new Hono();

  routes.post("/accounts", async (context) => {
    const {
      senders: count,
      friendlyName,
      type,
      ownerSid,
      verifiedNumbers,
    } = await readInput(context, NewAccount);
    const account = addAccount(state, {
      friendlyName,
      type,
      verifiedNumbers,
      ...(ownerSid ? { ownerSid } : {}),
    });
    const senders = Array.from({ length: count }, (_, index) =>
      addSender(state, account.sid, { name: count > 1 ? `${friendlyName} ${index + 1}` : friendlyName }),
    ).map(({ sid, address: senderId }) => ({ sid, senderId }));
    const { sid, secret } = addApiKey(state, account.sid);

    const answer = {
      accountSid: account.sid,
      authToken: account.authToken,
      apiKey: { sid, secret },
      senders,
    };
    return reply(context, answer, `${friendlyName} is there.`);
  });

  routes.post("/accounts/:sid/rotate-token", (context) => {
    const account = find(context.req.param("sid"));
    promoteToken(account);
    return reply(
      context,
      { authToken: account.authToken },
      "The token was changed: the old one is worth nothing.",
    );
  });

  routes.post("/accounts/:sid/secondary-token", (context) => {
    const account = find(context.req.param("sid"));
    account.secondaryToken ??= newToken();
    const said = "There is a secondary token. It opens the API and signs nothing.";
    return reply(context, { secondaryToken: account.secondaryToken }, said);
  });

  routes.post("/accounts/:sid/status", async (context) => {
    const account = find(context.req.param("sid"));
    Object.assign(account, await readInput(context, Status), { updatedAt: Date.now() });
    return reply(context, { ok: true }, `${account.friendlyName} is ${account.status}.`);
  });

  routes.post("/accounts/:sid/manner", async (context) => {
    const account = find(context.req.param("sid"));
    account.manner = (await readInput(context, Manner)).manner;
    return reply(context, { ok: true }, `Statuses come ${account.manner}.`);
  });

  routes.post("/accounts/:sid/fail-next-message", async (context) => {
    const account = find(context.req.param("sid"));
    const { code } = await readInput(context, z.object({ code: z.coerce.number().int() }));
    account.nextFailures.push(code);
    return reply(context, { ok: true }, `The next message is accepted, and fails with ${code}.`);
  });

  routes.post("/accounts/:sid/shared-number", async (context) => {
    const account = find(context.req.param("sid"));
    Object.assign(account.shared, await readInput(context, Shared));
    return reply(context, { ok: true }, "The sandbox number's addresses are set, as in the Console.");
  });

  function find(sid: string): Account {
    const account = state.accounts[sid];
    if (!account) throw refuse("There is no such account", 404);
    return account;
  }

  return routes;
}
