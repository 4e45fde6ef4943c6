import type { Config } from "../config.ts";
import { scopes } from "./scopes.ts";

export type AuthorizeRequest = {
  redirectUri: string;
  state: string | null;
  scopes: string[];
  /** As they came, to be carried through the form. */
  params: Record<string, string>;
};

/** Checks what the app asked for. A refusal is shown by Instagram itself: it never redirects to a stranger. */
export function readAuthorizeRequest(
  { instagram }: Config,
  raw: Record<string, string>,
): AuthorizeRequest | { refusal: string } {
  const known = [
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "enable_fb_login",
    "force_reauth",
    "force_authentication",
  ];
  const params = Object.fromEntries(Object.entries(raw).filter(([name]) => known.includes(name)));

  if (params.client_id !== instagram.appId) return { refusal: "Invalid platform app" };
  const redirectUri = params.redirect_uri;
  if (!redirectUri || !instagram.redirectUris.includes(redirectUri))
    return { refusal: "Invalid redirect_uri" };
  if (params.response_type !== "code") return { refusal: "Invalid response_type" };

  const asked = [...new Set((params.scope ?? "").split(/[\s,]+/).filter(Boolean))];
  const unknown = asked.filter((scope) => !(scope in scopes));
  if (asked.length === 0 || unknown.length > 0) return { refusal: `Invalid scope: ${unknown.join(", ")}` };

  return { redirectUri, state: params.state ?? null, scopes: asked, params };
}
