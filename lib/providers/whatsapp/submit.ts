import type {
  Account,
  Answer,
  AppCredentials,
  Grant,
  ProviderFault,
  ReachableAccount,
} from "../connect-contract.ts";
import { faultOf } from "./fault-of.ts";
import { inspectToken } from "./inspect-token.ts";
import { offerNumber } from "./offer-number.ts";
import { readNumber } from "./read-number.ts";
import { whatsappScopes } from "./scopes.ts";

type Submitted = { grant: Grant; account: ReachableAccount };

/** Checks what was typed, one thing after the other, so that the first that is wrong is the one that is named. */
export async function submitWhatsapp(
  app: AppCredentials,
  typed: Readonly<Record<string, string>>,
): Promise<Answer<Submitted>> {
  const secrets = { accessToken: typed.accessToken ?? "", wabaId: typed.wabaId ?? "" };
  const account: Account = { externalId: typed.phoneNumberId ?? "", secrets };

  const token = await inspectToken(app, secrets);
  if (!token.ok) return refused("access token", token.error);
  const missing = whatsappScopes.filter(({ scope }) => !token.value.scopes.includes(scope));
  if (missing.length > 0) return { ok: false, error: lacks(missing.map(({ scope }) => scope)) };

  const number = await readNumber(app, account);
  if (!number.ok) return refused("phone number", number.error);

  const grant = { secrets, authorizedBy: token.value.userId };
  return { ok: true, value: { grant, account: offerNumber(number.value, secrets, token.value.expiresAt) } };
}

const naming = new Set<ProviderFault["kind"]>(["wrong_token", "gone"]);

/** What we found ourselves says already what it is about; what Meta refused is told with what was looked at. */
function refused(what: string, error: ProviderFault): Answer<never> {
  if (naming.has(error.kind)) return { ok: false, error: { ...error, kind: "rejected" } };
  return {
    ok: false,
    error: { ...error, sentence: `The ${what} could not be confirmed. ${error.sentence}` },
  };
}

function lacks(scopes: string[]): ProviderFault {
  return faultOf(
    "permission_missing",
    `The access token lacks ${scopes.join(" and ")}.`,
    "Generate it anew with both permissions ticked.",
  );
}
