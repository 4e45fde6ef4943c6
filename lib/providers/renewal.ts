import type { Account, Answer, AppCredentials, Secrets, Verified } from "./connect-contract.ts";

/** When the present secrets were stored, and until when they are good; null where the platform says nothing. */
export type TokenLife = { savedAt: Date; accessExpiresAt: Date | null; refreshExpiresAt: Date | null };

/** How secrets that expire are exchanged for new ones. */
export type Renewal = {
  /** From when on it should be done; null when these never need it. The caller adds jitter. */
  dueAt(life: TokenLife): Date | null;
  /** Called by one process at a time. A fault leaves the old secrets in use, unless its kind says that they are dead. */
  refresh(app: AppCredentials, account: Account): Promise<Answer<{ secrets: Secrets } & Verified>>;
};
