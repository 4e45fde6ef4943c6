import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = { status: number; body: unknown };

/** What the app asked the auth server: method, path without query, body. */
export type Asked = { what: string; body: Record<string, unknown> };

/**
 * An auth server that answers as the test says, by method and path, as GoTrue would on the wire. What it is not told
 * to answer is 500. The app is pointed at it.
 */
export async function startAuthServer() {
  const answers = new Map<string, Answer>();
  const asked: Asked[] = [];

  const server = createServer(async (request, response) => {
    const what = `${request.method} ${request.url?.split("?")[0]?.replace("/auth/v1", "")}`;
    asked.push({ what, body: await bodyOf(request) });
    const { status, body } = answers.get(what) ?? { status: 500, body: { message: `no answer to ${what}` } };
    response.writeHead(status, {
      "content-type": "application/json",
      "x-supabase-api-version": "2024-01-01",
    });
    response.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.env.NEXT_PUBLIC_SUPABASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    asked,
    answer: (what: string, body: unknown, status = 200) => answers.set(what, { status, body }),
    refuse: (what: string, status: number, code: string, message = code) =>
      answers.set(what, { status, body: { code, message } }),
    renew() {
      answers.clear();
      asked.length = 0;
    },
    stop: () => server.close(),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}");
}

/** A session of this person as the auth server hands it out. Its signature is the server's business. */
export function aSession({ userId, email }: { userId: string; email: string }) {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const expiresAt = Math.floor(Date.now() / 1000) + 3600;
  const claims = { sub: userId, email, role: "authenticated", aud: "authenticated", exp: expiresAt };

  return {
    access_token: [part({ alg: "HS256", typ: "JWT" }), part(claims), "c2lnbmF0dXJl"].join("."),
    refresh_token: "refresh",
    token_type: "bearer",
    expires_in: 3600,
    expires_at: expiresAt,
    user: { id: userId, email, aud: "authenticated", identities: [{ id: userId }] },
  };
}
