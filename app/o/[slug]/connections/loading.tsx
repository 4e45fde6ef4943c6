import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ConnectionsLoading() {
  return (
    <LoadingRegion label="connections">
      <Skeleton className="h-7 w-44" />
      <Skeleton className="mt-2 mb-5 h-4 w-72 max-w-full" />
      <Skeleton className="h-40" />
      <Skeleton className="mt-8 mb-3 h-5 w-36" />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Skeleton className="h-48" />
      </div>
    </LoadingRegion>
  );
}
