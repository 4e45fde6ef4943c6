import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function OrganizationLoading() {
  return (
    <LoadingRegion label="the page">
      <div className="grid gap-4">
        <Skeleton className="h-7 w-48" />
        <div className="grid gap-4 sm:grid-cols-3">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
        <Skeleton className="h-72" />
      </div>
    </LoadingRegion>
  );
}
