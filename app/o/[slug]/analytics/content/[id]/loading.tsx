import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function PostLoading() {
  return (
    <LoadingRegion label="the post">
      <Skeleton className="h-4 w-32" />
      <Skeleton className="mt-2 h-7 w-80 max-w-full" />
      <div className="mt-6 grid gap-4 lg:grid-cols-[2fr_1fr]">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
    </LoadingRegion>
  );
}
