import "server-only";
import { listConnections } from "#lib/connections/queries.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { providerName } from "#lib/providers/registry.ts";

const meetingProvider = "zoom";

/** The connected accounts whose meetings are shown, and what the platform is called. */
export async function listMeetingAccounts(member: Member) {
  const accounts = await listConnections(member);
  return {
    platform: providerName(meetingProvider),
    accounts: accounts.filter(({ provider }) => provider === meetingProvider),
  };
}
