import { Hono } from "hono";
import { z } from "zod";
import { now } from "../../clock.ts";
import { readInput, refuse } from "../../control/read-input.ts";
import { reply } from "../../control/reply.ts";
import { pageTruth } from "../../facebook/content/page-truth.ts";
import { accountTruth } from "../../instagram/content/account-truth.ts";
import { instagramOf } from "../../instagram/instagram-of.ts";
import type { Sandbox } from "../../sandbox.ts";
import { contentOf } from "../content-of.ts";
import { parseDay } from "../days.ts";
import { publicAccounts, publicPages } from "../strangers.ts";
import type { Truth } from "../truth.ts";

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, "a day, as 2026-11-21");
const yesOrNo = z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]);
const yes = yesOrNo.default(true);
const Asked = z.object({ account: z.string(), from: date, to: date, timeZone: z.string().default("UTC") });
const Refuse = z.object({ account: z.string().default("*"), metric: z.string().min(1), refused: yes });
const Tiny = z.object({ account: z.string(), tiny: yes });
const Busy = z.object({ account: z.string(), date });
const Post = z.object({ post: z.string().min(1) });
const Edit = Post.extend({ text: z.string() });
const Habits = z.object({
  mostWork: z.coerce.number().min(1).optional(),
  publicPages: z.enum(["nothing", "profile", "posts"]).optional(),
});

/** `/control/content`: what accounts publish and how they do, in truth, and the switches that change it. */
export function contentRoutes(sandbox: Sandbox): Hono {
  const state = contentOf(sandbox);
  const routes = new Hono();

  routes.get("/", (context) => {
    const asked = Asked.safeParse(context.req.query());
    if (!asked.success) throw refuse(z.prettifyError(asked.error));
    const { account, timeZone, from, to } = asked.data;
    return context.json(truthOf(account, { from: parseDay(from), to: parseDay(to), timeZone }));
  });

  routes.post("/refuse", async (context) => {
    const { account, metric, refused } = await readInput(context, Refuse);
    const others = (state.refused[account] ?? []).filter((name) => name !== metric);
    state.refused[account] = refused ? [...others, metric] : others;
    return reply(context, { refused: state.refused }, `${metric} is ${refused ? "refused" : "told again"}.`);
  });

  routes.post("/tiny", async (context) => {
    const { account, tiny } = await readInput(context, Tiny);
    state.tiny = [...state.tiny.filter((id) => id !== account), ...(tiny ? [account] : [])];
    return reply(
      context,
      { tiny: state.tiny },
      `${account} has ${tiny ? "63 followers" : "its followers again"}.`,
    );
  });

  routes.post("/busy-day", async (context) => {
    const { account, date: day } = await readInput(context, Busy);
    state.busyDays[account] = [...(state.busyDays[account] ?? []), day];
    return reply(context, { busyDays: state.busyDays[account] }, `${day} was six times as busy.`);
  });

  routes.post("/delete-post", async (context) => {
    const { post } = await readInput(context, Post);
    state.deleted[post] = now();
    return reply(context, { deletedAt: now() }, `${post} is deleted.`);
  });

  routes.post("/edit-post", async (context) => {
    const { post, text } = await readInput(context, Edit);
    state.edited[post] = { text, at: now() };
    return reply(context, { editedAt: now() }, `${post} is edited.`);
  });

  routes.post("/habits", async (context) => {
    const given = Object.entries(await readInput(context, Habits)).filter(([, value]) => value !== undefined);
    Object.assign(state, Object.fromEntries(given));
    const { mostWork, publicPages } = state;
    return reply(context, { mostWork, publicPages }, "Meta behaves so from now on.");
  });

  return routes;

  function truthOf(id: string, range: Parameters<typeof pageTruth>[2]): Truth {
    const page = sandbox.facebook.pages[id] ?? publicPages.find((one) => one.id === id);
    if (page) return pageTruth(state, page, range, now());
    const account = instagramOf(sandbox).accounts[id] ?? publicAccounts.find(({ userId }) => userId === id);
    if (account && account.type !== "Personal") return accountTruth(state, { ...account, id }, range, now());
    throw refuse("There is no such account", 404);
  }
}
