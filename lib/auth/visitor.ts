import "server-only";
import { headers } from "next/headers";
import type { Visitor } from "#lib/audit/record.ts";
import { env } from "#lib/env.ts";
import { clientAddress } from "#lib/front/client-address.ts";

/**
 * Where this request comes from. The front has settled the address already; on hosting without it, the nearest hop
 * is whatever the platform wrote last.
 */
export async function visitor(): Promise<Visitor> {
  const sent = await headers();

  return {
    ip: clientAddress(undefined, sent.get("x-forwarded-for") ?? undefined, env.TRUSTED_PROXIES),
    userAgent: sent.get("user-agent") ?? undefined,
  };
}
