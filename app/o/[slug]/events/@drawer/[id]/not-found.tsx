import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function EventNotFound() {
  return (
    <EmptyState icon={SearchX} title="There is no such event here">
      It may belong to another organization, or it was older than this organization keeps events.
    </EmptyState>
  );
}
