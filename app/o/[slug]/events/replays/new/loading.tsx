import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function NewReplayLoading() {
  return (
    <LoadingRegion label="what would run">
      <Skeleton className="h-5 w-32" />
      <Skeleton className="mt-1 h-7 w-44" />
      <Skeleton className="mt-5 h-52 max-w-2xl" />
    </LoadingRegion>
  );
}
