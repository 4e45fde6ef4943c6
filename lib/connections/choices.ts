import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import { connections } from "#drizzle/schema/connections.ts";
import { asSystem } from "#lib/db/as-system.ts";
import type { Member } from "#lib/organizations/membership.ts";
import type { AccountOffer, ProviderFault } from "#lib/providers/connect-contract.ts";
import type { ProviderId } from "#lib/providers/contract.ts";
import { findAttempt } from "./find-attempt.ts";
import { openGrant } from "./open-grant.ts";

/** `elsewhere`: live in another organization, of which nothing else is told. */
export type Choice = AccountOffer & { connected: "no" | "here" | "elsewhere"; connectionId: string | null };

export type Choices =
  | { kind: "choices"; choices: Choice[] }
  | { kind: "fault"; fault: ProviderFault }
  | { kind: "lapsed" };

/** What the person may choose from, asked anew each time, with what stands in the way of each. */
export async function choicesOf(member: Member, attemptId: string): Promise<Choices> {
  const attempt = await findAttempt(member, attemptId);
  const granted = attempt && (await openGrant(attempt));
  if (!granted) return { kind: "lapsed" };

  const reachable = await granted.connect.reachableAccounts(granted.app, granted.grant);
  if (!reachable.ok) return { kind: "fault", fault: reachable.error };

  const offers = reachable.value.map(({ offer }) => offer);
  const live = await liveConnections(granted.provider.id, offers);
  return {
    kind: "choices",
    choices: offers.map((offer) => {
      const connection = live.get(offer.externalId);
      const isHere = connection?.organizationId === member.organizationId;
      return {
        ...offer,
        connected: !connection ? "no" : isHere ? "here" : "elsewhere",
        connectionId: connection && isHere ? connection.id : null,
      };
    }),
  };
}

async function liveConnections(provider: ProviderId, offers: AccountOffer[]) {
  if (offers.length === 0) return new Map();

  const ids = offers.map(({ externalId }) => externalId);
  const rows = await asSystem((tx) =>
    tx
      .select({
        id: connections.id,
        externalId: connections.externalId,
        organizationId: connections.organizationId,
      })
      .from(connections)
      .where(
        and(
          eq(connections.provider, provider),
          inArray(connections.externalId, ids),
          ne(connections.status, "disconnected"),
        ),
      ),
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}
