import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { connections } from "#drizzle/schema/connections.ts";
import { appOf } from "#lib/connections/app-of.ts";
import { connectAccount } from "#lib/connections/connect-account.ts";
import { asUser } from "#lib/db/as-user.ts";
import { env } from "#lib/env.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { findProvider } from "#lib/providers/registry.ts";

/** The person and the Page that the sandbox knows from the start. */
const personId = "10158000000000001";
const pageId = "104000000000001";

export type DemoPage = { id: string; organizationId: string; externalId: string };

/** Connects the barbershop's Page with a grant from the sandbox, by the same steps that follow a real dialog. */
export async function connectDemoPage(member: Member): Promise<DemoPage> {
  const known = await findPage(member);
  if (known) return known;

  const provider = findProvider("facebook");
  const app = provider && appOf(provider);
  if (!app || provider.connect.kind !== "dialog") throw new Error("Facebook is not set up here.");

  const grant = { secrets: { userToken: await grantedToken() }, authorizedBy: personId };
  const reachable = await provider.connect.reachableAccounts(app, grant);
  const account = reachable.ok && reachable.value.find(({ offer }) => offer.externalId === pageId);
  if (!account) throw new Error("The sandbox did not give access to the demo Page.");

  const outcome = await connectAccount(member, { provider, app, grant }, account, {});
  const page = await findPage(member);
  if (!page) throw new Error(`The demo Page was not connected: ${outcome.sentence}`);
  return page;
}

async function findPage(member: Member): Promise<DemoPage | undefined> {
  const rows = await asUser(member, (tx) =>
    tx
      .select({
        id: connections.id,
        organizationId: connections.organizationId,
        externalId: connections.externalId,
      })
      .from(connections)
      .where(and(eq(connections.organizationId, member.organizationId), eq(connections.externalId, pageId))),
  );
  return rows[0];
}

async function grantedToken(): Promise<string> {
  const response = await fetch(`${env.PROVIDER_SANDBOX_URL}/control/grants`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personId, pageIds: [pageId] }),
    signal: AbortSignal.timeout(10_000),
  });
  return z.object({ userToken: z.string() }).parse(await response.json()).userToken;
}
