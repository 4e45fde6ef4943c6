/** A wait the auth server asks for, as a person reads it. */
export const throttledMessage = "Too many attempts just now. Wait a few minutes and try again.";

/**
 * True when the auth server has had enough requests for now. That one address was written to within the minute does
 * not count: it would tell that the address has an account.
 */
export function isThrottled(error: { status?: number; message: string }): boolean {
  return error.status === 429 && !error.message.includes("you can only request this after");
}
