import { afterAll } from "vitest";
import { submitCredentials } from "#lib/connections/submit-credentials.ts";
import type { Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { madeUpPlatform } from "./platform.ts";
import { madeUpId, registerMadeUp } from "./provider.ts";

await sql`alter type provider add value 'signal'`;
registerMadeUp();

/** The made-up platform of this test file, in the registry and reachable where the app looks for platforms. */
export const signal = await madeUpPlatform();
process.env.PROVIDER_SANDBOX_URL = signal.url;
afterAll(() => signal.stop());

/** A connected account of it. */
export async function aSignalConnection(organization: Organization, account = signal.anAccount()) {
  const submitted = await submitCredentials(organization.admin, madeUpId, { key: account.key });
  if (!submitted.ok || submitted.value.kind !== "connected") throw new Error(JSON.stringify(submitted));
  return { account, id: submitted.value.connectionId };
}
