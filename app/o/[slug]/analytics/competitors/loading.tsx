import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function CompetitorsLoading() {
  return (
    <LoadingRegion label="competitors">
      <Skeleton className="h-7 w-36" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-5 h-9 w-80 max-w-full" />
      <div className="mt-5 flex flex-wrap gap-2">
        {["7", "28", "90", "other"].map((chip) => (
          <Skeleton key={chip} className="h-7 w-20" />
        ))}
      </div>
      <Skeleton className="mt-4 h-12 max-w-prose" />
      <Skeleton className="mt-4 h-64" />
      <Skeleton className="mt-4 h-48" />
    </LoadingRegion>
  );
}
