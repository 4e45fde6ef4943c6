import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function AlertsLoading() {
  return (
    <LoadingRegion label="alerts">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-5 mb-5 h-9 w-72 max-w-full" />
      <Skeleton className="h-44 max-w-2xl" />
    </LoadingRegion>
  );
}
