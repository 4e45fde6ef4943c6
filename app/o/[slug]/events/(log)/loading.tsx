import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function EventsLoading() {
  return (
    <LoadingRegion label="events">
      <Skeleton className="h-7 w-28" />
      <Skeleton className="mt-2 h-5 w-80 max-w-full" />
      <Skeleton className="mt-5 h-9 w-80 max-w-full" />
      <div className="mt-5 flex flex-wrap gap-2">
        <Skeleton className="h-8 w-full sm:w-72" />
        {["status", "channel", "type", "time"].map((chip) => (
          <Skeleton key={chip} className="h-7 w-20" />
        ))}
      </div>
      <Skeleton className="mt-4 h-34" />
      <div className="mt-14 grid gap-2">
        {["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </div>
    </LoadingRegion>
  );
}
