import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { type ProblemStatus, problemStatusWords } from "./problem-status.ts";

/** Which problems are listed: those of one status, each under its own address. */
export function ProblemStatusLinks({ here, current }: { here: string; current: ProblemStatus | undefined }) {
  return (
    <nav aria-label="Status" className="mb-4 flex flex-wrap gap-2">
      {(Object.keys(problemStatusWords) as ProblemStatus[]).map((status) => (
        <ButtonLink
          key={status}
          size="small"
          href={`${here}?status=${status}` as Route}
          aria-current={status === current ? "true" : undefined}
          className="aria-[current]:border-accent/50 aria-[current]:bg-accent-soft aria-[current]:text-accent"
        >
          {problemStatusWords[status].word}
        </ButtonLink>
      ))}
    </nav>
  );
}
