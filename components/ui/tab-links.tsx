import type { Route } from "next";
import { LinkOnIntent } from "./link-on-intent.tsx";
import { tabStyle } from "./tab-style.ts";

type TabLink<Path extends string> = { href: Route<Path>; label: string; current: boolean };

/** Tabs that are pages: each has its address, so Back and sharing do what people expect. */
export function TabLinks<Path extends string>({ label, links }: { label: string; links: TabLink<Path>[] }) {
  return (
    <nav
      aria-label={label}
      className="mb-5 flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b"
    >
      {links.map((link) => (
        <LinkOnIntent
          key={link.href}
          href={link.href}
          aria-current={link.current ? "page" : undefined}
          className={tabStyle}
        >
          {link.label}
        </LinkOnIntent>
      ))}
    </nav>
  );
}
