import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { nothingPublished, type Published, readPublished } from "./published.ts";

export type PlatformAccount = { name: string; key: string; access: string; refresh: string; isLive: boolean };

type PlannedAnswer = { status: number; headers?: Record<string, string>; body?: object };

/**
 * A platform nobody has ever heard of, at its own address: accounts with access that lasts an hour and refresh tokens that
 * are dead once used. `refreshes` counts the calls that reached it; `beforeAnswer` runs when a refresh took effect and its
 * answer is not yet sent.
 */
export async function madeUpPlatform() {
  const state = {
    accounts: new Map<string, PlatformAccount>(),
    refreshes: 0,
    /** Answers the next calls in place of the platform, the first to the first. */
    next: [] as PlannedAnswer[],
    usagePercent: null as number | null,
    isSubscribed: new Set<string>(),
    missed: [] as { id: string; at: string }[],
    published: new Map<string, Published>(),
    /** The paths that were read, in order. */
    read: [] as string[],
    beforeRead: async (_path: string): Promise<void> => {},
    beforeAnswer: async (): Promise<void> => {},
  };

  const server = createServer(async (request, response) => {
    const broken = (error: unknown): PlannedAnswer => ({ status: 500, body: { error: String(error) } });
    const answer = await respond(request).catch(broken);
    const usage = state.usagePercent === null ? {} : { "x-usage-percent": String(state.usagePercent) };
    response.writeHead(answer.status, { "content-type": "application/json", ...usage, ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
  });

  async function respond(request: IncomingMessage): Promise<PlannedAnswer> {
    const url = new URL(request.url ?? "/", "http://platform");
    const form = new URLSearchParams(await text(request));
    const planned = state.next.shift();
    if (planned) return planned;

    if (url.pathname === "/signal.example/token") return refresh(form);
    const account = [...state.accounts].find(
      ([, { access, key, isLive }]) =>
        isLive &&
        request.headers.authorization !== undefined &&
        [access, key].includes(request.headers.authorization),
    );
    if (!account) return { status: 401 };
    const [id, { name, access, refresh: refreshToken }] = account;
    switch (url.pathname) {
      case "/signal.example/account":
        return { status: 200, body: { id, name } };
      case "/signal.example/keys":
        return { status: 200, body: { access, refresh: refreshToken } };
      case "/signal.example/subscribe":
        state.isSubscribed.add(id);
        return { status: 200 };
      case "/signal.example/missed":
        return { status: 200, body: { events: state.missed } };
    }
    const told = readPublished(state.published.get(id) ?? nothingPublished(), url);
    if (told) {
      const path = url.pathname.replace("/signal.example/", "") + url.search;
      state.read.push(path);
      await state.beforeRead(path);
      return told;
    }
    return { status: 404 };
  }

  async function refresh(form: URLSearchParams) {
    state.refreshes += 1;
    const account = [...state.accounts.values()].find((known) => known.refresh === form.get("refresh"));
    if (!account?.isLive) return { status: 400 };

    account.access = crypto.randomUUID();
    account.refresh = crypto.randomUUID();
    const { access, refresh } = account;
    await state.beforeAnswer();
    return { status: 200, body: { access, refresh } };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the made-up platform has no address");

  return {
    url: `http://127.0.0.1:${address.port}`,
    state,
    /** An account of somebody's, with the key that opens it. */
    anAccount(name = "Corner shop") {
      const id = `sig-${crypto.randomUUID()}`;
      const key = `key-${crypto.randomUUID()}`;
      const account = { name, key, access: crypto.randomUUID(), refresh: crypto.randomUUID(), isLive: true };
      state.accounts.set(id, account);
      return { id, ...account };
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
