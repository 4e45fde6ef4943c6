/** A key to press. */
export function Kbd({ children }: { children: React.ReactNode }) {
  return (
    <kbd className="inline-grid min-w-5 place-items-center rounded-sm border border-line bg-sunken px-1.5 font-sans text-muted text-xs">
      {children}
    </kbd>
  );
}
