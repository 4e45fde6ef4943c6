import { TwilioError } from "./twilio-error.ts";
import type { RefusalCode } from "./types.ts";

export function notAuthenticated(): TwilioError {
  return new TwilioError(401, 20003, "Authenticate");
}

export function notFound(path: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${path} was not found`);
}

export function invalid(message: string, code = 20001): TwilioError {
  return new TwilioError(400, code, message);
}

/** How a call for an account that is suspended or closed is refused. */
export function notActive(code: RefusalCode): TwilioError {
  switch (code) {
    case 20003:
      return notAuthenticated();
    case 20403:
      return new TwilioError(403, code, "Forbidden: the account is suspended or closed");
    case 10001:
      return new TwilioError(403, code, "Account is not active");
    case 20005:
      return new TwilioError(403, code, "Account not active");
  }
}
