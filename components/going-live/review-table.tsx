/** Permissions the platform has to approve, with the reason to give it. */
export function ReviewTable({ review }: { review: { permission: string; why: string }[] }) {
  return (
    <dl className="divide-y divide-line">
      {review.map(({ permission, why }) => (
        <div
          key={permission}
          className="grid gap-x-4 gap-y-0.5 py-2 first:pt-0 last:pb-0 sm:grid-cols-[21rem_minmax(0,1fr)]"
        >
          <dt className="break-all font-mono text-sm">{permission}</dt>
          <dd className="text-muted">{why}</dd>
        </div>
      ))}
    </dl>
  );
}
