import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function MeetingsLoading() {
  return (
    <LoadingRegion label="meetings">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-2 h-5 w-96 max-w-full" />
      <Skeleton className="mt-5 h-9 w-44" />
      <Skeleton className="mt-6 h-6 w-28" />
      <Skeleton className="mt-2 h-48" />
      <Skeleton className="mt-6 h-6 w-40" />
      <Skeleton className="mt-2 h-32" />
    </LoadingRegion>
  );
}
