import type { Route } from "next";
import type { ReactNode } from "react";
import { LinkOnIntent } from "./link-on-intent.tsx";

type PageHeaderProps<Path extends string> = {
  title: ReactNode;
  description?: ReactNode;
  /** The page this one stands under. */
  parent?: { href: Route<Path>; label: string };
  /** Before the title: a provider's mark. */
  mark?: ReactNode;
  /** After the title: a status. */
  badge?: ReactNode;
  actions?: ReactNode;
};

/** The page's one h1, its way up, and what can be done here. Keep `title` and the page's metadata title the same. */
export function PageHeader<Path extends string>(props: PageHeaderProps<Path>) {
  const { title, description, parent, mark, badge, actions } = props;

  return (
    <header className="mb-5 grid gap-1">
      {parent && (
        <nav aria-label="Breadcrumb" className="text-muted text-sm">
          <LinkOnIntent
            href={parent.href}
            className="inline-flex min-h-6 items-center rounded-sm hover:text-ink hover:underline"
          >
            {parent.label}
          </LinkOnIntent>
          <span aria-hidden> / </span>
          <span aria-current="page">{title}</span>
        </nav>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          {mark}
          <h1 className="min-w-0 text-balance font-semibold text-xl tracking-tight">{title}</h1>
          {badge}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {description && <p className="max-w-prose text-muted">{description}</p>}
    </header>
  );
}
