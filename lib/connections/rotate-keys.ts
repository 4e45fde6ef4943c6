import "server-only";
import { forgetAttempts } from "./forget-attempts.ts";
import { rotateAttempts } from "./rotate-attempts.ts";
import { type Rotation, rotateCredentials } from "./rotate-credentials.ts";

/**
 * Seals everything that is kept encrypted anew under the newest key: connections' secrets, and what attempts to connect hold
 * for their few minutes. When nothing was unreadable, the older keys open nothing that is still stored.
 */
export async function rotateKeys(report: (soFar: Rotation) => void = () => {}): Promise<Rotation> {
  // What attempts leave behind when they lapse is of no use to anyone, under whatever key.
  await forgetAttempts();
  const attempts = await rotateAttempts();
  const credentials = await rotateCredentials(report);
  return {
    rotated: attempts.rotated + credentials.rotated,
    unreadable: attempts.unreadable + credentials.unreadable,
  };
}
