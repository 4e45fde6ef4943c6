import { createClient } from "@supabase/supabase-js";
import { sql } from "drizzle-orm";
import { demoAccount, demoOrganization } from "#drizzle/demo-account.ts";
import { asSystem } from "#lib/db/as-system.ts";
import { env } from "#lib/env.ts";
import { createOrganization } from "#lib/organizations/create-organization.ts";
import { findMembership } from "#lib/organizations/membership.ts";
import { connectDemoPage } from "./seed/connect-demo-page.ts";
import { openDemoShop } from "./seed/open-demo-shop.ts";
import { recordHistory } from "./seed/record-history.ts";
import { saveDemoView } from "./seed/save-demo-view.ts";

/**
 * Makes the demo organization: a barbershop with one Page, connected through the sandbox as anyone's would be,
 * and a week of events. Confirming the account is the last step, so that a seed that was cut off is done again.
 */
export async function seed(now = new Date()): Promise<void> {
  const user = { userId: await signUp(), email: demoAccount.email };

  if (!(await findMembership(user, demoOrganization.slug))) {
    await createOrganization(user, {
      ...demoOrganization,
      timeZone: "Europe/Rome",
      businessType: "barbershop",
    });
  }
  const member = await findMembership(user, demoOrganization.slug);
  if (!member) throw new Error(`The address ${demoOrganization.slug} belongs to another organization.`);

  const page = await connectDemoPage(member);
  await openDemoShop(member);
  await recordHistory(page, now);
  await saveDemoView(member);
  await confirm(user.userId);
}

async function signUp(): Promise<string> {
  const known = await asSystem((tx) =>
    tx.execute<{ id: string }>(sql`select id from auth.users where email = ${demoAccount.email}`),
  );
  if (known[0]) return known[0].id;

  const supabase = createClient(env.NEXT_PUBLIC_SUPABASE_URL, env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false },
  });
  const { email, password, name } = demoAccount;
  const { data, error } = await supabase.auth.signUp({ email, password, options: { data: { name } } });
  if (error || !data.user) throw new Error("The demo account could not sign up.", { cause: error });
  return data.user.id;
}

const confirm = (userId: string) =>
  asSystem((tx) =>
    tx.execute(sql`
      update auth.users set email_confirmed_at = coalesce(email_confirmed_at, now()) where id = ${userId}`),
  );
