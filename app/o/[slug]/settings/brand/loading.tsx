import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function BrandSettingsLoading() {
  return (
    <LoadingRegion label="brand settings">
      <Skeleton className="h-7 w-44" />
      <Skeleton className="mt-2 mb-5 h-9" />
      <Skeleton className="h-80 max-w-2xl" />
      <Skeleton className="mt-4 h-48 max-w-2xl" />
    </LoadingRegion>
  );
}
