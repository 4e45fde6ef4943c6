import { FileX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ReportNotFound() {
  return (
    <EmptyState icon={FileX} title="There is no such report" level={1}>
      It may have been removed since. The list under Analytics shows those there are.
    </EmptyState>
  );
}
