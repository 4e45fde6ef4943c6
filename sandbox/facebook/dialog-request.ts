import { z } from "zod";
import type { Config } from "../config.ts";
import { permissions } from "./permissions.ts";

export type DialogRequest = {
  redirectUri: string;
  state: string | null;
  scopes: string[];
  rerequest: boolean;
  /** As they came, to be carried through the form. */
  params: Record<string, string>;
};

export type Refusal = { code: number; title: string; message: string };

const query = z.object({
  client_id: z.string().optional(),
  redirect_uri: z.string().optional(),
  state: z.string().optional(),
  scope: z.string().optional(),
  response_type: z.string().optional(),
  auth_type: z.string().optional(),
  display: z.string().optional(),
});

/** Checks what the app asked the dialog for. A refusal is shown by Facebook itself: it never redirects to a stranger. */
export function readDialogRequest({ meta }: Config, raw: Record<string, string>): DialogRequest | Refusal {
  const params = query.parse(raw);

  if (params.client_id !== meta.appId) {
    return {
      code: 101,
      title: "Invalid app ID",
      message: "The provided app ID does not look like a valid app ID.",
    };
  }
  if (!params.redirect_uri || !meta.redirectUris.includes(params.redirect_uri)) {
    return {
      code: 1349168,
      title: "URL blocked",
      message:
        "This redirect failed because the redirect URI is not whitelisted in the app's client OAuth settings. Make sure Client and Web OAuth Login are on and add all your app domains as Valid OAuth Redirect URIs.",
    };
  }
  if (params.response_type && params.response_type !== "code") {
    return {
      code: 100,
      title: "Unsupported response type",
      message: "This sandbox answers with a code only.",
    };
  }

  const scopes = [...new Set(["public_profile", ...(params.scope ?? "").split(/[\s,]+/).filter(Boolean)])];
  const unknown = scopes.filter((scope) => !(scope in permissions));
  if (unknown.length > 0) {
    return { code: 100, title: "Invalid scopes", message: `Invalid Scopes: ${unknown.join(", ")}.` };
  }

  return {
    redirectUri: params.redirect_uri,
    state: params.state ?? null,
    scopes,
    rerequest: params.auth_type === "rerequest",
    params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >,
  };
}
