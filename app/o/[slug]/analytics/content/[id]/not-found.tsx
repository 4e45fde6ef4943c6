import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function PostNotFound() {
  return (
    <EmptyState icon={SearchX} title="There is no such post here">
      It may belong to another organization, or its account's data was erased.
    </EmptyState>
  );
}
