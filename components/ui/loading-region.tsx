/** Wraps a page's skeletons: sighted people see the shapes, the others hear once what is being loaded. */
export function LoadingRegion({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">Loading {label}</span>
      {children}
    </div>
  );
}
