import "server-only";
import { eq } from "drizzle-orm";
import { demoAccount } from "#drizzle/demo-account.ts";
import { profiles } from "#drizzle/schema/tenancy.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { env } from "#lib/env.ts";

/** The demo sign-in, where it exists: only beside the sandbox, and only if the demo organization was seeded. */
export async function findDemoAccount(): Promise<{ email: string; password: string } | undefined> {
  if (!env.PROVIDER_SANDBOX_URL) return undefined;

  const seeded = await asSystem((tx) =>
    tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.email, demoAccount.email)),
  );
  return seeded.length > 0 ? demoAccount : undefined;
}
