import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function RefusedLoading() {
  return (
    <LoadingRegion label="refused requests">
      <Skeleton className="h-7 w-44" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-5 mb-5 h-9 w-72 max-w-full" />
      <div className="grid gap-4">
        {["a", "b"].map((cause) => (
          <Skeleton key={cause} className="h-60" />
        ))}
      </div>
    </LoadingRegion>
  );
}
