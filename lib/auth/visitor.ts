import "server-only";
import { headers } from "next/headers";
import type { Visitor } from "#lib/audit/record.ts";

/**
 * Where this request comes from. Of `x-forwarded-for` only the last entry is believed: the server in front of us
 * wrote it, and everything before it is whatever the client chose to send.
 */
export async function visitor(): Promise<Visitor> {
  const sent = await headers();
  const ip = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim();

  return { ip: ip || undefined, userAgent: sent.get("user-agent") ?? undefined };
}
