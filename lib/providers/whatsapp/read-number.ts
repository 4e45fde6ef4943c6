import type { Account, Answer, AppCredentials, ProviderFault } from "../connect-contract.ts";
import { allPages } from "../meta/all-pages.ts";
import { graph } from "../meta/graph.ts";
import { whatsappErrorRows } from "./error-rows.ts";
import { faultOf } from "./fault-of.ts";
import { ListedNumber, listedFields, NumberNode, numberFields } from "./number-node.ts";
import { whatsappSecrets } from "./secrets.ts";

/** A number with what only the list of its account tells, and the version Meta answered with. */
export type WhatsappNumber = NumberNode & { limitTier: string | null; appliedVersion: string | null };

/** Every number of the WhatsApp account. A refusal here means that the token does not reach the account. */
export async function listNumbers(app: AppCredentials, account: Account): Promise<Answer<ListedNumber[]>> {
  const { accessToken: token, wabaId } = whatsappSecrets(account.secrets);
  const path = `${encodeURIComponent(wabaId)}/phone_numbers`;
  const call = { path, token, parameters: { fields: listedFields }, rows: whatsappErrorRows };
  const answer = await allPages(app, call, ListedNumber);
  if (answer.ok || !isAboutReach(answer.error)) return answer;

  const unreached = faultOf(
    "wrong_token",
    `The access token does not reach the WhatsApp account ${wabaId}.`,
    "Compare the WhatsApp Business Account ID, or give the system user this account with full control and make a new token.",
  );
  return { ok: false, error: { ...unreached, code: answer.error.code, traceId: answer.error.traceId } };
}

const isAboutReach = ({ kind }: ProviderFault) => kind === "permission_missing" || kind === "rejected";

/** The number, from where its account lists it and from itself: each tells what the other does not. */
export async function readNumber(app: AppCredentials, account: Account): Promise<Answer<WhatsappNumber>> {
  const numbers = await listNumbers(app, account);
  if (!numbers.ok) return numbers;
  const listed = numbers.value.find(({ id }) => id === account.externalId);
  if (!listed) return { ok: false, error: notAmong(account, numbers.value) };

  const { accessToken: token } = whatsappSecrets(account.secrets);
  const path = encodeURIComponent(account.externalId);
  const call = { path, token, parameters: { fields: numberFields }, rows: whatsappErrorRows };
  const answer = await graph(app, call, NumberNode);
  if (!answer.ok) return answer;

  const { body, appliedVersion } = answer.value;
  return { ok: true, value: { ...body, limitTier: listed.messaging_limit_tier ?? null, appliedVersion } };
}

const mostNamed = 5;

function notAmong({ externalId, secrets }: Account, numbers: ListedNumber[]): ProviderFault {
  const { wabaId } = whatsappSecrets(secrets);
  const named = numbers
    .slice(0, mostNamed)
    .map(({ id, display_phone_number: shown }) => (shown ? `${id} (${shown})` : id));
  return faultOf(
    "gone",
    `The WhatsApp account ${wabaId} has no number with the ID ${externalId}.`,
    named.length > 0
      ? `Its numbers are ${named.join(", ")}.`
      : "Add the number to the account at Meta first.",
  );
}
