import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

export type PlatformAccount = { name: string; key: string; access: string; refresh: string; isLive: boolean };

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
    next: [] as { status: number; headers?: Record<string, string>; body?: object }[],
    usagePercent: null as number | null,
    isSubscribed: new Set<string>(),
    missed: [] as { id: string; at: string }[],
    beforeAnswer: async (): Promise<void> => {},
  };

  const server = createServer(async (request, response) => {
    const answer = await respond(request).catch((error) => ({ status: 500, body: { error: String(error) } }));
    const usage = state.usagePercent === null ? {} : { "x-usage-percent": String(state.usagePercent) };
    const headers = "headers" in answer ? answer.headers : {};
    response.writeHead(answer.status, { "content-type": "application/json", ...usage, ...headers });
    response.end(JSON.stringify(answer.body ?? {}));
  });

  async function respond(request: IncomingMessage) {
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
