import { FlaskConical } from "lucide-react";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";

/** Says, on every page, that what is connected here is not the real thing. */
export function SandboxBanner({ sandboxUrl }: { sandboxUrl: string }) {
  // Padding on text widens what can be pressed and keeps the banner thin.
  const link =
    "rounded-sm py-1 font-medium text-ink underline decoration-warn underline-offset-2 pointer-coarse:py-3.5";

  return (
    <aside
      aria-label="Sandbox"
      className="flex flex-wrap items-center justify-center gap-x-3 bg-warn-soft px-4 py-1 text-center text-sm text-warn lg:sticky lg:top-0 lg:z-20 lg:h-(--banner-height)"
    >
      <span className="inline-flex items-center gap-1.5">
        <FlaskConical aria-hidden className="size-4 shrink-0" />
        The built-in sandbox stands in for the real platforms.
      </span>
      <span className="inline-block space-x-3">
        <a href={`${sandboxUrl}/customer`} target="_blank" rel="noreferrer" className={link}>
          Write as a customer
        </a>
        <LinkOnIntent href="/going-live" className={link}>
          How to go live
        </LinkOnIntent>
      </span>
    </aside>
  );
}
