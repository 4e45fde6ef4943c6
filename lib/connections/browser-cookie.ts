import "server-only";
import { env } from "#lib/env.ts";

/**
 * The cookie that ties an attempt to connect to the browser it began in. It lasts as long as the browser is open. The port
 * is part of the name because cookies ignore ports, and two installations may share a machine.
 */
export function browserCookie() {
  const { protocol, port } = new URL(env.APP_URL);
  const secure = protocol === "https:";

  return {
    name: [secure ? "__Secure-trunkline-connect" : "trunkline-connect", port].filter(Boolean).join("-"),
    options: { httpOnly: true, secure, sameSite: "lax" as const, path: "/api/oauth" },
  };
}
