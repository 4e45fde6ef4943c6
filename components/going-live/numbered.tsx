import type { ReactNode } from "react";

type Step = { title: string; text: ReactNode; more?: ReactNode };

/** Steps in their order. */
export function Numbered({ steps, level = 2 }: { steps: Step[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;

  return (
    <ol className="grid gap-5">
      {steps.map(({ title, text, more }, index) => (
        <li key={title} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          <span
            aria-hidden
            className="tabular grid size-6 place-items-center rounded-full bg-accent-soft font-medium text-accent text-sm"
          >
            {index + 1}
          </span>
          <div className="grid gap-1">
            <Heading className="font-medium text-lg">{title}</Heading>
            <p className="max-w-prose text-muted">{text}</p>
            {more}
          </div>
        </li>
      ))}
    </ol>
  );
}
