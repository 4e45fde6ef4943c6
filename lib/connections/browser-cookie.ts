import "server-only";
import { siteCookie } from "#lib/site-cookie.ts";

/**
 * The cookie that ties an attempt to connect to the browser it began in. It lasts as long as the browser is open, and is
 * for the whole site: whoever has to sign in on the way back arrives at the callback from another page.
 */
export const browserCookie = () => siteCookie("connect");
