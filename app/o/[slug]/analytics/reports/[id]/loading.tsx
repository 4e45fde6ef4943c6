import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ReportLoading() {
  return (
    <LoadingRegion label="the report">
      <Skeleton className="h-7 w-64 max-w-full" />
      <Skeleton className="mt-2 mb-5 h-4 w-48" />
      <Skeleton className="h-56 max-w-3xl" />
    </LoadingRegion>
  );
}
