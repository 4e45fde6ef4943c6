import "server-only";
import { env } from "#lib/env.ts";

/**
 * Chrome holds the redirect after a form's POST to `form-action` too, so a provider's consent page has to be
 * allowed there for a Connect form to work before JavaScript does.
 */
const consentPages = [
  "https://www.facebook.com",
  "https://web.facebook.com",
  "https://m.facebook.com",
  "https://www.instagram.com",
  "https://api.instagram.com",
  "https://zoom.us",
];

/** What a page may load, run and talk to. Scripts run by nonce only. */
export function contentSecurityPolicy(nonce: string): string {
  const sandbox = env.PROVIDER_SANDBOX_URL && new URL(env.PROVIDER_SANDBOX_URL).origin;
  // React needs eval for its error stacks while developing, and only then.
  const development = process.env.NODE_ENV === "development" ? "'unsafe-eval'" : "";

  const directives: Record<string, (string | undefined)[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", development],
    // Positioned popups, charts and toasts write style attributes, which no nonce can allow.
    "style-src": ["'self'", "'unsafe-inline'"],
    // Pictures of accounts come from each provider's own hosts, which change without notice.
    "img-src": ["'self'", "data:", "blob:", "https:", sandbox],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...consentPages, sandbox],
    "frame-ancestors": ["'none'"],
    ...(env.APP_URL.startsWith("https:") && { "upgrade-insecure-requests": [] }),
  };

  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources.filter(Boolean)].join(" "))
    .join("; ");
}
