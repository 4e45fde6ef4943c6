import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function MeetingLoading() {
  return (
    <LoadingRegion label="the meeting">
      <Skeleton className="h-4 w-20" />
      <Skeleton className="mt-2 mb-6 h-8 w-72 max-w-full" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
      </div>
    </LoadingRegion>
  );
}
