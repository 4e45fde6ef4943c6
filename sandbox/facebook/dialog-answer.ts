import { nowSeconds } from "../clock.ts";
import type { FacebookState } from "../state/types.ts";
import type { DialogRequest } from "./dialog-request.ts";
import { issueCode } from "./issue-code.ts";

const developmentMode = { code: 1349126, message: "App not active: this app is in development mode" };

/** Where the dialog sends the person back to, by the button they chose. */
export function dialogAnswer(
  state: FacebookState,
  { redirectUri, state: passedOn }: DialogRequest,
  personId: string,
  decision: string,
): string {
  switch (decision) {
    case "continue":
      return back({ code: issueCode(state, personId, redirectUri).value });
    case "expired-code": {
      const code = issueCode(state, personId, redirectUri);
      code.expiresAt = nowSeconds() - 1;
      return back({ code: code.value });
    }
    case "used-code": {
      const code = issueCode(state, personId, redirectUri);
      code.used = true;
      return back({ code: code.value });
    }
    case "no-code":
      return back({});
    case "other-state":
      return back({ code: issueCode(state, personId, redirectUri).value, state: "not-the-state-you-sent" });
    case "refused-by-meta": {
      const { code, message } = state.people[personId]?.dialogError ?? developmentMode;
      return back({ error_code: String(code), error_message: message });
    }
    default:
      return back({
        error: "access_denied",
        error_code: "200",
        error_description: "Permissions error",
        error_reason: "user_denied",
      });
  }

  function back(query: Record<string, string>): string {
    const target = new URL(redirectUri);
    const all = { ...query, ...(passedOn === null ? {} : { state: query.state ?? passedOn }) };
    for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
    target.hash = "_=_";
    return target.href;
  }
}
