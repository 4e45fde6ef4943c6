import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "#lib/env.ts";

/** What the person waits for a mail about. */
export const MailPurpose = z.enum(["signup", "recovery", "magic-link"]);
export type MailPurpose = z.infer<typeof MailPurpose>;

const PendingMail = z.object({ purpose: MailPurpose, email: z.string(), next: z.string() });
export type PendingMail = z.infer<typeof PendingMail>;

const name = "pending-mail";

/** Remembers for an hour, in this browser only, to which address a mail went: addresses do not belong in URLs. */
export async function rememberPendingMail(pending: PendingMail) {
  (await cookies()).set(name, JSON.stringify(pending), {
    httpOnly: true,
    secure: env.APP_URL.startsWith("https:"),
    sameSite: "lax",
    path: "/",
    maxAge: 60 * 60,
  });
}

/** The mail this browser waits for, if any. */
export async function pendingMail(): Promise<PendingMail | undefined> {
  try {
    return PendingMail.safeParse(JSON.parse((await cookies()).get(name)?.value ?? "null")).data;
  } catch {
    return undefined;
  }
}

export async function forgetPendingMail() {
  (await cookies()).delete(name);
}
