import type { Account, Answer, AppCredentials } from "../connect-contract.ts";
import type { Competitor } from "../meta/sync-plan.ts";
import type { CompetitorNews } from "../synchronization.ts";
import { discoverInstagram } from "./discover-instagram.ts";
import { readPageInPublic } from "./read-page-in-public.ts";

/** A handle goes into addresses and into a field's argument, so it is only ever a name. */
const name = /^[a-z0-9._-]{1,100}$/i;

/** What another business's account shows to everyone, read through a connected Page. */
export async function readCompetitor(
  app: AppCredentials,
  account: Account,
  { provider, handle }: Competitor,
): Promise<Answer<CompetitorNews>> {
  if (!name.test(handle) || (provider !== "facebook" && provider !== "instagram")) {
    const refusal = "It cannot be read through a Facebook Page.";
    return { ok: true, value: { provider, handle, account: null, refusal, items: [] } };
  }
  return provider === "instagram"
    ? discoverInstagram(app, account, handle)
    : readPageInPublic(app, account.secrets, handle);
}
