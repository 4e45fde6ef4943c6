import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Within an organization: the page's own thing is missing, the frame stays. */
export default function OrganizationNotFoundPage() {
  return (
    <EmptyState
      level={1}
      icon={SearchX}
      title="There is nothing at this address"
      action={
        <ButtonLink href="/" variant="secondary">
          Go to the overview
        </ButtonLink>
      }
    >
      It may be mistyped, or what it showed is gone.
    </EmptyState>
  );
}
