import "server-only";
import { env } from "#lib/env.ts";

/** Where the link in a mail leads, and from there on to `next`. */
export function confirmationUrl(next: string): string {
  return `${env.APP_URL}/auth/confirm?next=${encodeURIComponent(next)}`;
}
