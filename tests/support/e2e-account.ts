import type { BrowserContext } from "@playwright/test";
import { mailCatcher } from "./e2e-mail.ts";
import { stackSql, stackValue } from "./e2e-stack.ts";

export type Account = {
  name: string;
  email: string;
  password: string;
  userId: string;
  organizationId: string;
  organizationName: string;
  slug: string;
};

const password = "correct horse battery";

/**
 * Someone who signed up, confirmed their address and founded an organization, without the forms, which have stories of
 * their own. The link from the mail is opened in this browser, which is signed in by it like anyone's.
 */
export async function openAccount(context: BrowserContext, name = "Robin Tester"): Promise<Account> {
  const email = `robin-${crypto.randomUUID()}@example.com`;
  const userId = await signUp(email, name);
  const link = await mailCatcher.link(email);
  await waitForMail(context, email, link);
  const opened = await context.request.get(link, { maxRedirects: 0 });
  if (opened.headers().location?.match(/login|continue/))
    throw new Error(`The confirmation link of ${email} was refused.`);
  return { name, email, password, userId, ...(await foundOrganization(userId)) };
}

/** What the sign-up form leaves in the browser; without it the link asks whether to go on. */
async function waitForMail(context: BrowserContext, email: string, link: string) {
  const { origin, port } = new URL(link);
  const value = encodeURIComponent(JSON.stringify({ purpose: "signup", email, next: "/" }));
  await context.addCookies([{ name: `trunkline-pending-mail-${port}`, value, url: origin }]);
}

async function signUp(email: string, name: string): Promise<string> {
  const response = await fetch(`${stackValue("NEXT_PUBLIC_SUPABASE_URL")}/auth/v1/signup`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      apikey: stackValue("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY"),
    },
    body: JSON.stringify({ email, password, data: { name } }),
  });
  const answer: { id?: string; user?: { id: string } } = await response.json();
  const userId = answer.id ?? answer.user?.id;
  if (!userId) throw new Error(`${email} could not sign up: ${JSON.stringify(answer)}`);
  return userId;
}

async function foundOrganization(userId: string) {
  const ending = crypto.randomUUID().slice(0, 8);
  const [organizationName, slug] = [`Tester ${ending}`, `tester-${ending}`];
  const sql = stackSql();
  const [row] = await sql`
    with founded as (insert into organizations (name, slug) values (${organizationName}, ${slug}) returning id)
    insert into organization_members (organization_id, user_id, role) select id, ${userId}, 'owner' from founded
    returning organization_id`;
  return { organizationId: String(row?.organization_id), organizationName, slug };
}
