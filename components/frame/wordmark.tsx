/** The product's mark: several lines that become one. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={className}>
      <span className="inline-flex items-center gap-2 font-semibold text-lg tracking-tight">
        <svg aria-hidden viewBox="0 0 24 24" className="size-6" fill="none" stroke="currentColor">
          <g className="stroke-accent" strokeWidth="2.5" strokeLinecap="round">
            <path d="M3 5h4c4 0 3 7 7 7M3 19h4c4 0 3-7 7-7M3 12h18" />
          </g>
        </svg>
        Trunkline
      </span>
    </span>
  );
}
