import { AsyncLocalStorage } from "node:async_hooks";
import type { EmailDriver } from "@supabase/lite";
import { createTransport } from "nodemailer";

// Lite never hands a request's `redirect_to` to the mail it causes (GoTrue does), so it travels beside the request.
const requestedReturn = new AsyncLocalStorage<string | null>();

/** Answers an auth request so that a mail it sends leads back to where the request asked. */
export function rememberingReturn<T>(request: Request, answer: () => T): T {
  return requestedReturn.run(new URL(request.url).searchParams.get("redirect_to"), answer);
}

/** Sends the auth server's mails over SMTP, with their links completed and a text part for those who read plain text. */
export function authMailDriver(smtpUrl: string, from: string, appUrl: string): EmailDriver {
  const transport = createTransport(smtpUrl);
  return {
    async send({ to, subject, html = "" }) {
      const linked = withReturnPath(html, requestedReturn.getStore() ?? appUrl, appUrl);
      await transport.sendMail({ from, to, subject, html: linked, text: plainText(linked) });
    },
  };
}

/**
 * Puts the return address into the mail's `next=`, escaped, as hosted Supabase's templates do: Lite's would let an
 * address with a query of its own spill into ours. It is cut down to the page meant, when it goes by /auth/confirm.
 */
export function withReturnPath(html: string, address: string, appUrl: string): string {
  const path = encodeURIComponent(returnPath(address, appUrl));
  return html.replace(/([?&]next=)[^"]*"/g, (_, name: string) => `${name}${path}"`);
}

function returnPath(address: string, appUrl: string): string {
  if (!URL.canParse(address, appUrl)) return "/";
  const url = new URL(address, appUrl);
  if (url.origin !== new URL(appUrl).origin) return "/";
  if (url.pathname === "/auth/confirm") return url.searchParams.get("next") ?? "/";
  return url.pathname + url.search;
}

/** The words of a mail, each link's address standing behind its text. */
export function plainText(html: string): string {
  return html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, "$2: $1")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n\n");
}
