import "server-only";
import { hearAccounts } from "#lib/live/listen.ts";
import type { WebhookSecret, WebhookSender } from "#lib/providers/contract.ts";
import { accountSecrets } from "./account-secrets.ts";
import { boundedMemory } from "./bounded-memory.ts";

type Asked = { at: number; secrets: Promise<WebhookSecret[]> };

/** A net under the notices: whatever went unheard is true again after this. */
const longestMs = 30_000;
/** How often a signature that fits nothing we remember may have the database asked whether we are behind. */
const doubtMs = 1_000;

const isSpent = ({ at }: Asked) => Date.now() - at > longestMs;
// Apart, so that accounts someone makes up push out no real one.
const known = boundedMemory<Asked>({ most: 10_000, isSpent });
const unknown = boundedMemory<Asked>({ most: 2_000, isSpent });
/** Those that have accounts to ask for; undefined until the first does, and we begin to hear of changes. */
let senders: Set<string> | undefined;

/**
 * What may have signed for this account, as `accountSecrets` finds it, from memory where it can be. Every process hears
 * when a connection or its credentials change, whoever changed them, and forgets the account. `inDoubt` asks anew what
 * was not asked within the last second.
 */
export async function rememberedSecrets(
  sender: WebhookSender,
  accountId: string,
  inDoubt = false,
): Promise<WebhookSecret[]> {
  hear(sender.id);
  const key = keyOf(accountId, sender.id);
  const asked = known.get(key) ?? unknown.get(key);
  if (asked && Date.now() - asked.at < (inDoubt ? doubtMs : longestMs)) return asked.secrets;
  return ask(sender, accountId, key);
}

async function ask(sender: WebhookSender, accountId: string, key: string): Promise<WebhookSecret[]> {
  const asked: Asked = { at: Date.now(), secrets: accountSecrets(sender, accountId) };
  // Remembered while it is being asked: a change in that time has it forgotten, and those who ask now share the answer.
  known.delete(key);
  unknown.set(key, asked);
  try {
    const secrets = await asked.secrets;
    if (secrets.length > 0 && unknown.get(key) === asked) {
      unknown.delete(key);
      known.set(key, asked);
    }
    return secrets;
  } catch (error) {
    if (unknown.get(key) === asked) unknown.delete(key);
    throw error;
  }
}

const keyOf = (account: string, senderId: string) => `${account} ${senderId}`;

function hear(senderId: string): void {
  if (!senders) hearAccounts(forget);
  senders = (senders ?? new Set()).add(senderId);
}

/** Null is every account. What is remembered of a part of one (`<account>:<part>`) stands under the whole. */
function forget(account: string | null): void {
  if (account === null) {
    known.clear();
    unknown.clear();
    return;
  }
  const parts = account.split(":");
  const wholes = parts.map((_, index) => parts.slice(0, index + 1).join(":"));
  for (const key of wholes.flatMap((whole) => [...(senders ?? [])].map((id) => keyOf(whole, id)))) {
    known.delete(key);
    unknown.delete(key);
  }
}
