import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** An event in outline, while it is being fetched. */
export function EventViewSkeleton() {
  return (
    <LoadingRegion label="the event">
      <div className="grid gap-6">
        <Skeleton className="h-5 w-64" />
        <Skeleton className="h-6 w-full max-w-md" />
        <div className="grid gap-4">
          {["received", "verified", "processed"].map((step) => (
            <Skeleton key={step} className="h-10" />
          ))}
        </div>
        <Skeleton className="h-64" />
      </div>
    </LoadingRegion>
  );
}
