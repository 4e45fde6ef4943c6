import "server-only";
import { env } from "#lib/env.ts";

/**
 * A cookie that only the server reads, by its full name. The port is part of it because cookies ignore ports, and two
 * installations may share a machine; with https no neighbouring subdomain can plant one.
 */
export function siteCookie(name: string) {
  const { protocol, port } = new URL(env.APP_URL);
  const secure = protocol === "https:";
  const fullName = [secure ? "__Host-trunkline" : "trunkline", name, port].filter(Boolean).join("-");

  return { name: fullName, options: { httpOnly: true, secure, sameSite: "lax" as const, path: "/" } };
}
