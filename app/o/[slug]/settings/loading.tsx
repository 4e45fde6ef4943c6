import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function SettingsLoading() {
  return (
    <LoadingRegion label="settings">
      <Skeleton className="h-7 w-32" />
      <Skeleton className="mt-5 mb-5 h-9 w-56" />
      <Skeleton className="h-96 max-w-2xl" />
    </LoadingRegion>
  );
}
