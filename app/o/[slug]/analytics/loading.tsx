import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function AnalyticsLoading() {
  return (
    <LoadingRegion label="analytics">
      <Skeleton className="h-7 w-28" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-5 h-9 w-80 max-w-full" />
      <div className="mt-5 flex flex-wrap gap-2">
        {["7", "28", "90", "other", "account"].map((chip) => (
          <Skeleton key={chip} className="h-7 w-20" />
        ))}
      </div>
      <div className="mt-12 grid gap-4 lg:grid-cols-2">
        {["followers", "reach", "views", "interactions"].map((card) => (
          <Skeleton key={card} className="h-80" />
        ))}
      </div>
    </LoadingRegion>
  );
}
