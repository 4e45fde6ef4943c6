import type { Answer, AppCredentials, Grant, ReachableAccount } from "./connect-contract.ts";

/** One value a person types. `shape` is what the browser checks as they type; the platform has the last word. */
export type CredentialField = {
  name: string;
  label: string;
  /** Where in the platform's console it stands. */
  foundAt: string;
  placeholder?: string;
  isSecret: boolean;
  isOptional: boolean;
  /** Source of an anchored regular expression, good for `RegExp` and for the `pattern` attribute alike. */
  shape: string;
  /** What to say when the shape is wrong, such as “An Account SID begins with AC.” */
  shapeHint: string;
};

/** Connecting by typing credentials that were made in the platform's console. What is typed names one account. */
export type FormConnect = {
  kind: "form";
  fields: readonly CredentialField[];
  /** Checks with the platform what was typed (already trimmed and of the right shape), step by step. */
  submit(
    app: AppCredentials,
    typed: Readonly<Record<string, string>>,
  ): Promise<Answer<{ grant: Grant; account: ReachableAccount }>>;
};
