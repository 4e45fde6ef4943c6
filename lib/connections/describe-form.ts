import "server-only";
import type { CredentialField } from "#lib/providers/form-connect.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { appOf } from "./app-of.ts";
import { pastedAddresses } from "./pasted-addresses.ts";

export type FormDescription = {
  id: string;
  name: string;
  accountNoun: { one: string; many: string };
  gives: string;
  fields: readonly CredentialField[];
  /** What the person pastes at the platform after connecting; `url` is complete. */
  pastedAddresses: { label: string; url: string; foundAt: string }[];
  isSetUp: boolean;
};

/** The form that connects accounts of this platform; null where a dialog does it, or the platform is not known. */
export function describeForm(providerId: string): FormDescription | null {
  const provider = findProvider(providerId);
  if (provider?.connect.kind !== "form") return null;

  const { id, name, accountNoun, gives, connect } = provider;
  return {
    id,
    name,
    accountNoun,
    gives,
    fields: connect.fields,
    pastedAddresses: pastedAddresses(provider),
    isSetUp: appOf(provider) !== null,
  };
}
