import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ProblemsLoading() {
  return (
    <LoadingRegion label="problems">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-2 h-5 w-96 max-w-full" />
      <Skeleton className="mt-5 h-9 w-80 max-w-full" />
      <div className="mt-5 flex gap-2">
        {["open", "acknowledged", "resolved"].map((status) => (
          <Skeleton key={status} className="h-7 w-24" />
        ))}
      </div>
      <div className="mt-4 grid gap-3">
        {["a", "b", "c"].map((problem) => (
          <Skeleton key={problem} className="h-36" />
        ))}
      </div>
    </LoadingRegion>
  );
}
