import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { siteCookie } from "#lib/site-cookie.ts";
import { safePath } from "./safe-path.ts";

/** What the person waits for a mail about. */
export const MailPurpose = z.enum(["signup", "recovery", "magic-link"]);
export type MailPurpose = z.infer<typeof MailPurpose>;

// A cookie is only what a browser says: where it leads is looked at again.
const PendingMail = z.object({
  purpose: MailPurpose,
  email: z.string(),
  next: z.string().transform((path) => safePath(path)),
});
export type PendingMail = z.infer<typeof PendingMail>;

const cookie = () => siteCookie("pending-mail");

/** Remembers for an hour, in this browser only, to which address a mail went: addresses do not belong in URLs. */
export async function rememberPendingMail(pending: PendingMail) {
  const { name, options } = cookie();
  (await cookies()).set(name, JSON.stringify(pending), { ...options, maxAge: 60 * 60 });
}

/** The mail this browser waits for, if any. */
export async function pendingMail(): Promise<PendingMail | undefined> {
  try {
    return PendingMail.safeParse(JSON.parse((await cookies()).get(cookie().name)?.value ?? "null")).data;
  } catch {
    return undefined;
  }
}

export async function forgetPendingMail() {
  // With its options, since a `__Host-` cookie is only replaced by one that is as strict.
  const { name, options } = cookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
