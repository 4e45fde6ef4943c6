import type { ReactNode } from "react";
import { Wordmark } from "#components/frame/wordmark.tsx";

/** One column in the middle: the pages people pass on their way in. */
export function Gate({
  title,
  description,
  children,
  footer,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-sm grow content-start gap-6 px-4 py-10 sm:content-center sm:py-16"
    >
      <Wordmark />
      <div className="grid gap-1">
        <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
        {description && <div className="text-muted">{description}</div>}
      </div>
      {children}
      {footer && <div className="grid gap-2 text-muted">{footer}</div>}
    </main>
  );
}
