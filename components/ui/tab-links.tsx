import type { Route } from "next";
import Link from "next/link";
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
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? "page" : undefined}
          className={tabStyle}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
