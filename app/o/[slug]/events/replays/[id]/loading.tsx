import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ReplayLoading() {
  return (
    <LoadingRegion label="the replay">
      <Skeleton className="h-5 w-32" />
      <Skeleton className="mt-1 h-7 w-44" />
      <Skeleton className="mt-5 h-56" />
    </LoadingRegion>
  );
}
