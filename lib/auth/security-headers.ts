import "server-only";
import { env } from "#lib/env.ts";

const twoYearsInSeconds = 2 * 365 * 24 * 60 * 60;

/** What every page answers with, beside its content security policy. */
export function securityHeaders(): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(env.APP_URL.startsWith("https:") && {
      "Strict-Transport-Security": `max-age=${twoYearsInSeconds}; includeSubDomains`,
    }),
  };
}
