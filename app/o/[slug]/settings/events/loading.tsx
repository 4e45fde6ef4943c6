import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function EventSettingsLoading() {
  return (
    <LoadingRegion label="the settings of events">
      <Skeleton className="h-7 w-40" />
      <Skeleton className="mt-5 mb-5 h-9 w-72 max-w-full" />
      <Skeleton className="h-44 max-w-2xl" />
    </LoadingRegion>
  );
}
