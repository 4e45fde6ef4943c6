import type { Route } from "next";
import { TextLink } from "#components/ui/text-link.tsx";
import { Span } from "./span.tsx";

export type SelectionWords = {
  words: string[];
  from?: string;
  to?: string;
  /** The log, showing these events; missing where they were chosen one by one. */
  href?: string;
};

/** Which events a replay is about. */
export function ReplaySelection({ selection }: { selection: SelectionWords }) {
  const { words, from, to, href } = selection;
  const hasSpan = from !== undefined || to !== undefined;

  return (
    <span className="break-words">
      {words.join(", ")}
      {hasSpan && (
        <>
          {words.length > 0 && ", "}
          <Span from={from} to={to} />
        </>
      )}
      {href && (
        <>
          {". "}
          <TextLink href={href as Route}>See them in the log</TextLink>
        </>
      )}
    </span>
  );
}
