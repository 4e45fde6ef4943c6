import type { Account, Answer, AppCredentials, ProviderFault } from "../connect-contract.ts";
import { Succeeded } from "../meta/succeeded.ts";
import { callInstagram } from "./call-instagram.ts";
import { openSecrets } from "./secrets.ts";
import { subscribedApps } from "./subscribed-apps.ts";
import { allFields, type Field, fieldScopes, wantedFields } from "./webhook-fields.ts";

const isAboutAField = ({ kind }: ProviderFault) => kind === "rejected" || kind === "permission_missing";

/**
 * `withdrawn`: permissions that Instagram says are missing, whatever was granted once. `refusal`: not a single field was
 * taken, or Instagram stopped answering on the way.
 */
export type Tried = { withdrawn: string[]; refusal: ProviderFault | null };

/**
 * Subscribes to all that is permitted. The list replaces the one before, so it is always sent whole; when Instagram refuses
 * it, the fields are tried one by one, since the refusal names the field in its text only.
 */
export async function subscribeWhatGoes(app: AppCredentials, account: Account): Promise<Tried> {
  const { permissions } = openSecrets(account.secrets);
  const permitted = allFields.filter((field) => permissions.includes(fieldScopes[field]));
  if (permitted.length === 0) return { withdrawn: [], refusal: null };

  const needed = permitted.filter((field) => wantedFields.includes(field));
  let outcome = await subscribeTo(app, account, permitted);
  if (!outcome.ok && outcome.error.kind === "rejected") outcome = await subscribeTo(app, account, needed);
  if (outcome.ok) return { withdrawn: [], refusal: null };
  return isAboutAField(outcome.error)
    ? oneByOne(app, account, permitted, outcome.error)
    : { withdrawn: [], refusal: outcome.error };
}

async function oneByOne(
  app: AppCredentials,
  account: Account,
  fields: readonly Field[],
  first: ProviderFault,
): Promise<Tried> {
  const accepted: Field[] = [];
  const withdrawn = new Set<string>();

  for (const field of fields) {
    // A permission that is missing for one field is missing for its siblings.
    if (withdrawn.has(fieldScopes[field])) continue;
    const outcome = await subscribeTo(app, account, [...accepted, field]);
    if (outcome.ok) accepted.push(field);
    else if (!isAboutAField(outcome.error)) return { withdrawn: [], refusal: outcome.error };
    else if (outcome.error.kind === "permission_missing") withdrawn.add(fieldScopes[field]);
  }
  const saysNothing = accepted.length === 0 && withdrawn.size === 0;
  return { withdrawn: [...withdrawn], refusal: saysNothing ? first : null };
}

async function subscribeTo(
  app: AppCredentials,
  account: Account,
  fields: readonly Field[],
): Promise<Answer<null>> {
  const parameters = { subscribed_fields: fields.join(",") };
  const answer = await callInstagram(
    app,
    { ...subscribedApps(account), method: "POST", parameters },
    Succeeded,
  );
  return answer.ok ? { ok: true, value: null } : answer;
}
