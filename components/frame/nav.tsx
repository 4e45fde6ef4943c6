"use client";

import { usePathname } from "next/navigation";
import { cn } from "#components/ui/cn.ts";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import { sectionAt, sectionHref, sections } from "./sections.ts";

/** The way around: a column in the rail, a bar at the bottom of a phone. */
export function Nav({ slug, shape }: { slug: string; shape: "rail" | "bar" }) {
  const current = sectionAt(slug, usePathname());

  return (
    <nav aria-label="Main">
      <ul className={shape === "rail" ? "grid gap-0.5" : "flex"}>
        {sections.map((section) => (
          <li key={section.path} className={shape === "bar" ? "flex-1" : undefined}>
            <LinkOnIntent
              href={sectionHref(slug, section)}
              aria-current={section === current ? "page" : undefined}
              className={cn(
                "flex items-center rounded-md text-muted transition-colors hover:text-ink",
                "aria-[current=page]:font-medium aria-[current=page]:text-accent",
                shape === "rail"
                  ? "min-h-9 gap-2.5 px-2.5 hover:bg-sunken aria-[current=page]:bg-accent-soft pointer-coarse:min-h-11"
                  : "min-h-14 flex-col justify-center gap-0.5 text-xs focus-visible:-outline-offset-2",
              )}
            >
              <section.icon
                aria-hidden
                className={shape === "rail" ? "size-4.5" : "size-5"}
                strokeWidth={1.75}
              />
              {section.label}
            </LinkOnIntent>
          </li>
        ))}
      </ul>
    </nav>
  );
}
