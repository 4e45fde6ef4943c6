import { LoadingRegion } from "#components/ui/loading-region.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function CredentialsLoading() {
  return (
    <LoadingRegion label="the form">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="mt-2 mb-6 h-8 w-72 max-w-full" />
      <Skeleton className="h-96 max-w-2xl" />
    </LoadingRegion>
  );
}
