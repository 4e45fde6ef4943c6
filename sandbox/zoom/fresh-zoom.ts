import { addUser } from "./add-user.ts";
import { usualOptionalScopes, usualScopes } from "./scopes.ts";
import type { ZoomState } from "./types.ts";

const minute = 60_000;

/** The people who are always there: two of one account with a plan, one of their own without. */
export function freshZoom(): ZoomState {
  const state: ZoomState = {
    app: { scopes: usualScopes, optionalScopes: usualOptionalScopes, disabled: false, published: true },
    users: {},
    codes: {},
    pairs: {},
    refreshes: {},
    webhook: {
      validatedAt: null,
      failedValidations: 0,
      disabled: false,
      retryDelaysMs: [5 * minute, 20 * minute, 60 * minute],
    },
    meetings: [],
    deliveries: [],
  };
  addUser(state, {
    id: "x1yCzABCDEfg23HiJKl4mN",
    accountId: "aBc123dEf456gHi789jKlM",
    email: "marco@fadeandco.example",
    firstName: "Marco",
    lastName: "Rossi",
    plan: "licensed",
    weeks: 13,
  });
  addUser(state, {
    id: "kT7nQ2wRs8uVx4yZaB1cDe",
    accountId: "aBc123dEf456gHi789jKlM",
    email: "giulia@fadeandco.example",
    firstName: "Giulia",
    lastName: "Rossi",
    plan: "licensed",
    weeks: 13,
  });
  addUser(state, {
    id: "pL5mN6oP7qR8sT9uV0wX1y",
    accountId: "zYx987wVu654tSr321qPoN",
    email: "ben@northside.example",
    firstName: "Ben",
    lastName: "Okafor",
    weeks: 13,
  });
  return state;
}
