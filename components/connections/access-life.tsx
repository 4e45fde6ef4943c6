import { Time } from "#components/ui/time.tsx";

/** How long the access lasts, in words. */
export function AccessLife({ expiresAt }: { expiresAt: string | null }) {
  if (expiresAt === null) return "Never expires";
  return (
    <>
      Expires <Time value={expiresAt} />
    </>
  );
}
