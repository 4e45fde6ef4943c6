import { Building2 } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Choices } from "#lib/connections/choices.ts";
import type { FormAction } from "#lib/forms.ts";
import { ChooseForm } from "./choose-form.tsx";

type ChoiceListProps = {
  attemptId: string;
  found: Choices;
  provider: { name: string; accountNoun: { one: string; many: string } };
  connect: FormAction;
};

/** What can be chosen from, or why there is nothing to choose. */
export function ChoiceList({ attemptId, found, provider, connect }: ChoiceListProps) {
  const { name, accountNoun } = provider;

  if (found.kind === "lapsed") {
    return <Notice tone="warn">The choice has lapsed. Nothing was changed; start again.</Notice>;
  }
  if (found.kind === "fault") {
    return (
      <Notice tone="bad" title={found.fault.sentence} className="max-w-2xl">
        {found.fault.nextStep} Reloading this page asks {name} again.
      </Notice>
    );
  }
  if (found.choices.length === 0) {
    return (
      <Card className="max-w-2xl">
        <EmptyState icon={Building2} title={`${name} named no ${accountNoun.many}`}>
          Either none was ticked in {name}'s window, or the account you used there manages none. Open the
          window again and tick what should arrive here.
        </EmptyState>
      </Card>
    );
  }
  return <ChooseForm attemptId={attemptId} choices={found.choices} noun={accountNoun} connect={connect} />;
}
