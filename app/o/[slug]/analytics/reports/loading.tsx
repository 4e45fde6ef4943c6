import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ReportsLoading() {
  return (
    <LoadingRegion label="reports">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-2 mb-5 h-4 w-80 max-w-full" />
      <Skeleton className="mb-4 h-9" />
      <Skeleton className="h-72" />
      <Skeleton className="mt-4 h-40" />
    </LoadingRegion>
  );
}
