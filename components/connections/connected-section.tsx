import { Cable, CircleDashed } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { type ChoiceLink, ChoiceLinks } from "#components/ui/choice-links.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type ConnectedSectionProps = {
  links: ChoiceLink[];
  /** Where the whole list stands. */
  allHref: string;
  /** Why nothing is shown, when nothing is; `narrowed` offers the whole list. */
  empty?: { title: string; text: string; narrowed: boolean };
  children: ReactNode;
};

/** What is connected: its filter, and the list or why it is empty. */
export function ConnectedSection({ links, allHref, empty, children }: ConnectedSectionProps) {
  return (
    <section aria-labelledby="connected" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="connected" className="font-semibold text-lg">
          Connected
        </h2>
        <ChoiceLinks label="Health" links={links} />
      </div>
      {empty ? (
        <Card>
          <EmptyState
            icon={empty.narrowed ? CircleDashed : Cable}
            level={3}
            title={empty.title}
            action={empty.narrowed && <ButtonLink href={allHref as Route}>Show all</ButtonLink>}
          >
            {empty.text}
          </EmptyState>
        </Card>
      ) : (
        children
      )}
    </section>
  );
}
