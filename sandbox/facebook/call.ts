import type { Context } from "hono";
import type { Sandbox } from "../sandbox.ts";
import type { Page, Person, Token } from "../state/types.ts";
import type { SystemToken } from "../whatsapp/types.ts";

export type Caller =
  | { kind: "app" }
  /** A system user of a business, for WhatsApp. */
  | { kind: "system"; token: SystemToken; accountId: string | null }
  | { kind: "user"; token: Token; person: Person }
  | { kind: "page"; token: Token; person: Person; page: Page };

/** One Graph request, whatever way its parameters came: query, form, JSON or Authorization header. */
export type Call = {
  method: string;
  /** Without the host prefix, as Meta would see it. */
  path: string;
  version: string;
  params: Record<string, string>;
  /** The sandbox as the caller addressed it, with the host prefix. */
  graphUrl: string;
  assetsUrl: string;
  /** The sandbox itself, for the addresses of pictures. */
  origin: string;
};

export async function readCall(
  context: Context,
  version: string,
  host = "graph.facebook.com",
): Promise<Call> {
  const hostPrefix = `/${host}`;
  const url = new URL(context.req.url);
  const bearer = /^(?:Bearer|OAuth) (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1];

  return {
    method: context.req.method,
    path: url.pathname.slice(hostPrefix.length),
    version,
    params: {
      ...(bearer ? { access_token: bearer } : {}),
      ...Object.fromEntries(url.searchParams),
      ...(await readBody(context)),
    },
    graphUrl: `${url.origin}${hostPrefix}/${version}`,
    assetsUrl: `${url.origin}/scontent.fbcdn.net`,
    origin: url.origin,
  };
}

async function readBody(context: Context): Promise<Record<string, string>> {
  if (context.req.method === "GET") return {};
  const text = await context.req.text();

  if (context.req.header("content-type")?.includes("json")) {
    try {
      const entries = Object.entries(JSON.parse(text) as object);
      return Object.fromEntries(
        entries.map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
      );
    } catch {
      return {};
    }
  }
  return Object.fromEntries(new URLSearchParams(text));
}

/** The app's own registration, for handlers that compare against it. */
export function isAppToken({ config }: Sandbox, token: string | undefined): boolean {
  return token === `${config.meta.appId}|${config.meta.appSecret}`;
}
