import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ReplayNotFound() {
  return (
    <EmptyState icon={SearchX} title="There is no such replay here" level={1}>
      It may belong to another organization. The list under Replays has all of this one.
    </EmptyState>
  );
}
