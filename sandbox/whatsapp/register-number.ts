import type { Call } from "../facebook/call.ts";
import { sendError } from "./refusals.ts";
import type { PhoneNumber } from "./types.ts";

const mostRegistrations = 10;

/** POST /{phone_number_id}/register: the PIN of two-step verification, set the first time and asked for after. */
export function registerNumber({ params }: Call, number: PhoneNumber) {
  if (number.registrations >= mostRegistrations) {
    throw sendError(133016, "Account register/deregister rate limit exceeded", "Try again in 72 hours.");
  }
  number.registrations += 1;
  if (!/^\d{6}$/.test(params.pin ?? "")) {
    throw sendError(100, "Invalid parameter", "pin must be six digits.");
  }
  if (number.pin && number.pin !== params.pin) {
    throw sendError(133005, "Two-step verification PIN mismatch", "The PIN is not the one set before.");
  }
  number.pin = params.pin ?? null;
  number.status = "CONNECTED";
  return { success: true };
}
