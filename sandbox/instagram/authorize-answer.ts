import { randomBytes } from "node:crypto";
import { nowSeconds } from "../clock.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import type { InstagramCode, InstagramState } from "./types.ts";

const codeLife = 3_600;
const forgottenAfter = 86_400;

/** Where Instagram sends the person back to, by the button they chose. */
export function authorizeAnswer(
  state: InstagramState,
  { redirectUri, state: passedOn }: AuthorizeRequest,
  userId: string,
  decision: string,
): string {
  switch (decision) {
    case "allow":
      return back({ code: issueCode().value });
    case "expired-code": {
      const code = issueCode();
      code.expiresAt = nowSeconds() - 1;
      return back({ code: code.value });
    }
    case "used-code": {
      const code = issueCode();
      code.used = true;
      return back({ code: code.value });
    }
    case "no-code":
      return back({});
    case "other-state":
      return back({ code: issueCode().value, state: "not-the-state-you-sent" });
    default:
      return back({
        error: "access_denied",
        error_reason: "user_denied",
        error_description: "The user denied your request",
      });
  }

  /** Works once, for an hour, with the same redirect_uri. */
  function issueCode(): InstagramCode {
    for (const { value, expiresAt } of Object.values(state.codes)) {
      if (expiresAt + forgottenAfter < nowSeconds()) delete state.codes[value];
    }
    const value = `AQ${randomBytes(110).toString("base64url")}`;
    const code = { value, userId, redirectUri, expiresAt: nowSeconds() + codeLife, used: false };
    state.codes[value] = code;
    return code;
  }

  function back(query: Record<string, string>): string {
    const target = new URL(redirectUri);
    const all = { ...query, ...(passedOn === null ? {} : { state: query.state ?? passedOn }) };
    for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
    if (query.code) target.hash = "_";
    return target.href;
  }
}
