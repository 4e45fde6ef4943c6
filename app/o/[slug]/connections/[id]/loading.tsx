import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ConnectionLoading() {
  return (
    <LoadingRegion label="the connection">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="mt-2 mb-6 h-8 w-72 max-w-full" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </LoadingRegion>
  );
}
