/** One tab, as a button of `Tabs` or a link of `TabLinks`. */
export const tabStyle = [
  "-mb-px inline-flex min-h-9 items-center gap-1.5 whitespace-nowrap border-b-2 border-transparent px-3 text-muted",
  "transition-colors hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:min-h-11",
  "aria-[current=page]:border-accent aria-[current=page]:text-ink data-active:border-accent data-active:text-ink",
  "font-medium",
].join(" ");
