import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function ContentLoading() {
  return (
    <LoadingRegion label="posts">
      <Skeleton className="h-7 w-28" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-5 h-9 w-80 max-w-full" />
      <div className="mt-5 flex flex-wrap gap-2">
        {["7", "28", "90", "other"].map((chip) => (
          <Skeleton key={chip} className="h-7 w-20" />
        ))}
      </div>
      <Skeleton className="mt-3 h-8 w-full sm:w-96" />
      <div className="mt-12 grid gap-2">
        {["a", "b", "c", "d", "e", "f"].map((row) => (
          <Skeleton key={row} className="h-20" />
        ))}
      </div>
    </LoadingRegion>
  );
}
