import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A surface on the page that holds one thing. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={cn("rounded-lg border border-line bg-surface", className)} />;
}

/** The card's title line; what can be done with the card goes in `actions`. */
export function CardHeader({
  title,
  description,
  actions,
  level = 2,
  id,
}: {
  title: React.ReactNode;
  description?: React.ReactNode;
  actions?: React.ReactNode;
  level?: 2 | 3;
  id?: string;
}) {
  const Heading = level === 2 ? "h2" : "h3";

  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
      <div className="grid gap-0.5">
        <Heading id={id} className="font-semibold text-lg">
          {title}
        </Heading>
        {description && <p className="max-w-prose text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The card's content, with the card's own margins. */
export function CardBody({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={cn("p-4 sm:p-5", className)} />;
}

/** What finishes the card: the save button, the count, the link to more. */
export function CardFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      {...props}
      className={cn(
        "flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3 sm:px-5",
        className,
      )}
    />
  );
}
