import { z } from "zod";
import type { Code } from "./types.ts";
import type { Zoom } from "./zoom.ts";

export type AuthorizeRequest = {
  redirectUri: string;
  state: string | null;
  challenge: Code["challenge"];
  /** As they came, to be carried through the form. */
  params: Record<string, string>;
};

export type Refusal = { code: number; title: string; message: string };

const Query = z.object({
  response_type: z.string().optional(),
  client_id: z.string().optional(),
  redirect_uri: z.string().optional(),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
});

/** Checks what the app sent the person with. A refusal is a page of Zoom's own: it never redirects to a stranger. */
export function readAuthorizeRequest(
  { sandbox, state }: Zoom,
  raw: Record<string, string>,
): AuthorizeRequest | Refusal {
  const { clientId, redirectUris } = sandbox.config.zoom;
  const params = Query.parse(raw);
  const refused = (code: number, message: string): Refusal => ({ code, title: "Invalid request", message });

  if (params.client_id !== clientId) return refused(4702, "Invalid client_id");
  if (state.app.disabled) return refused(4717, "This app is disabled");
  if (params.response_type !== "code") return refused(4705, "Invalid response_type: only code is supported");
  if (!params.redirect_uri || !redirectUris.includes(params.redirect_uri)) {
    return refused(4709, `Invalid redirect: ${params.redirect_uri ?? "none"}`);
  }

  const text = params.code_challenge;
  // Left out, the method is plain, in which the challenge is the verifier itself.
  const method = params.code_challenge_method ?? "plain";
  if (text && method !== "plain" && method !== "S256") return refused(4700, "Invalid code_challenge_method");

  return {
    redirectUri: params.redirect_uri,
    state: params.state ?? null,
    challenge: text ? { text, method: method === "S256" ? "S256" : "plain" } : null,
    params: Object.fromEntries(
      Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}
