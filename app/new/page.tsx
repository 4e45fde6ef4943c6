import type { Metadata } from "next";
import { leave } from "#app/(auth)/leave.ts";
import { Gate } from "#components/auth/gate.tsx";
import { NewOrganizationForm } from "#components/settings/new-organization-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireUser } from "#lib/auth/require-user.ts";
import { businessTypes } from "#lib/organizations/business-types.ts";
import { listOrganizations } from "#lib/organizations/queries.ts";
import { timeZones } from "#lib/organizations/time-zones.ts";
import { createFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "New organization" };

export default async function NewOrganizationPage() {
  const user = await requireUser();
  const isFirst = (await listOrganizations(user)).length === 0;

  return (
    <Gate
      title={isFirst ? "Name your business" : "New organization"}
      description="You become its owner. All of this can be changed later in Settings."
      footer={
        <>
          {!isFirst && (
            <p>
              <TextLink href="/">Back to your organizations</TextLink>
            </p>
          )}
          <form action={leave} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0 truncate">Signed in as {user.email}</span>
            <SubmitButton variant="quiet" size="small">
              Sign out
            </SubmitButton>
          </form>
        </>
      }
    >
      <NewOrganizationForm create={createFromForm} zones={timeZones()} businessTypes={businessTypes} />
    </Gate>
  );
}
