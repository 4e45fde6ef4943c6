import { now } from "../clock.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import { issueCode } from "./issue-code.ts";
import type { ZoomState } from "./types.ts";

type Consent = { userId: string; scopes: string[]; decision: string };

/** Where Zoom sends the person back to, by the button they chose. */
export function authorizeAnswer(
  state: ZoomState,
  request: AuthorizeRequest,
  { userId, scopes, decision }: Consent,
): string {
  const back = (query: Record<string, string>, passedOn: string | null = request.state) => {
    const url = new URL(request.redirectUri);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    if (passedOn !== null) url.searchParams.set("state", passedOn);
    return url.href;
  };
  if (decision === "cancel") return back({ error: "access_denied" });
  if (decision === "no-code") return back({});

  const code = issueCode(state, request, userId, scopes);
  if (decision === "expired-code") code.expiresAt = now() - 1;
  if (decision === "used-code") code.used = true;
  // As from the Marketplace's Add button, where no app gave a state.
  if (decision === "no-state") return back({ code: code.value }, null);
  return back({ code: code.value }, decision === "other-state" ? "not-the-state-you-sent" : request.state);
}
