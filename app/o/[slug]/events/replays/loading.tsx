import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ReplaysLoading() {
  return (
    <LoadingRegion label="replays">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-5 mb-5 h-9 w-72 max-w-full" />
      <Skeleton className="h-64" />
    </LoadingRegion>
  );
}
