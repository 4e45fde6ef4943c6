import { Filter, Images } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type WhyNoContent = { title: string; text: string; action: { label: string; href: string } | null };

type NoContentProps = {
  /** Words or a kind are asked for, so that other posts may be there. */
  isNarrowed: boolean;
  clearHref: string;
  why: WhyNoContent;
};

/** The list of posts without posts: why there are none, and what changes it. */
export function NoContent({ isNarrowed, clearHref, why }: NoContentProps) {
  const { title, text, action } = why;

  return (
    <Card>
      {isNarrowed ? (
        <EmptyState
          icon={Filter}
          title="No posts match"
          action={<ButtonLink href={clearHref as Route}>Show all posts of these days</ButtonLink>}
        >
          No post of these days and accounts fits all that is asked for. Remove a part to see more.
        </EmptyState>
      ) : (
        <EmptyState
          icon={Images}
          title={title}
          action={
            action && (
              <ButtonLink variant="primary" href={action.href as Route}>
                {action.label}
              </ButtonLink>
            )
          }
        >
          {text}
        </EmptyState>
      )}
    </Card>
  );
}
