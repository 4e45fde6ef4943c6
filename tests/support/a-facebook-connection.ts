import { connectAccounts } from "#lib/connections/connect-accounts.ts";
import { anAttempt } from "#tests/support/an-attempt.ts";
import type { Organization } from "#tests/support/an-organization.ts";
import { aFacebookPerson } from "#tests/support/sandbox.ts";

type Person = { personId: string; pageIds: string[] };

/** Really connects Pages through the sandbox: those of a new person, or some of a known one's. */
export async function connectedPages(
  organization: Organization,
  person?: Person,
  pageIds: string[] = person?.pageIds ?? [],
): Promise<Person & { connectionIds: string[] }> {
  const owner = person ?? (await aFacebookPerson(["Harbour Bakery"]));
  const chosen = person ? pageIds : owner.pageIds;
  // Facebook withdraws Pages left unticked, so every dialog ticks all that are in use.
  const { attemptId } = await anAttempt(organization.admin, owner.personId, { pageIds: owner.pageIds });
  const outcome = await connectAccounts(organization.admin, attemptId, chosen);
  if (!outcome.ok) throw new Error(outcome.error);

  const connectionIds = outcome.value.map(({ connectionId, sentence }) => {
    if (connectionId === null) throw new Error(sentence);
    return connectionId;
  });
  return { ...owner, connectionIds };
}
