import type { ConnectProvider } from "#lib/providers/connect-contract.ts";
import type { Json } from "#lib/providers/contract.ts";

export type Access = {
  scopes: readonly string[];
  accessExpiresAt: Date | null;
  /** What is stored of the account, its person's role included. */
  details: Json;
};

/** What would stop working, a sentence each, if `after` took the place of `before`; nothing where it is as good or better. */
export function lostAccess(
  { scopes, roleLimits, renewal }: Pick<ConnectProvider, "scopes" | "roleLimits" | "renewal">,
  before: Access,
  after: Access,
): string[] {
  const missing = scopes.filter(
    ({ scope, without }) =>
      without !== null && before.scopes.includes(scope) && !after.scopes.includes(scope),
  );
  const names = missing.map(({ allows }) => allows.toLowerCase()).join(", ");

  const known = roleLimits?.(before.details).map(({ sentence }) => sentence) ?? [];
  const smallerRole = roleLimits?.(after.details).filter(({ sentence }) => !known.includes(sentence)) ?? [];

  // Access that is renewed before it ends does not lose by ending earlier.
  const endsEarlier = renewal === null && endOf(after) < endOf(before);
  return [
    ...(names === "" ? [] : [`What was just granted does not include to ${names}.`]),
    ...smallerRole.map(({ sentence }) => sentence),
    ...(endsEarlier ? ["What was just granted ends earlier."] : []),
  ];
}

const endOf = ({ accessExpiresAt }: Access) => accessExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
