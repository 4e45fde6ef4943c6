import "server-only";
import { env } from "#lib/env.ts";

/**
 * The cookie that ties an attempt to connect to the browser it began in. It lasts as long as the browser is open. The port
 * is part of the name because cookies ignore ports, and two installations may share a machine.
 */
export function browserCookie() {
  const { protocol, port } = new URL(env.APP_URL);
  const secure = protocol === "https:";

  // The whole site, not only the callback: whoever has to sign in on the way back arrives there from another page.
  const options = { httpOnly: true, secure, sameSite: "lax" as const, path: "/" };
  return {
    name: [secure ? "__Host-trunkline-connect" : "trunkline-connect", port].filter(Boolean).join("-"),
    options,
  };
}
