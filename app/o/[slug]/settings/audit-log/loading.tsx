import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function AuditLogLoading() {
  return (
    <LoadingRegion label="the audit log">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-5 mb-5 h-9 w-56" />
      <div className="grid gap-2">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((row) => (
          <Skeleton key={row} className="h-11" />
        ))}
      </div>
    </LoadingRegion>
  );
}
