import { CircleCheck } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ProblemStatus } from "./problem-status.ts";

const words: Record<ProblemStatus, { title: string; text: string }> = {
  open: {
    title: "No open problems",
    text: "Events that fail for the same reason are gathered here. Right now nothing waits for a person.",
  },
  acknowledged: {
    title: "Nothing acknowledged",
    text: "Acknowledge a problem to say that someone looks after it.",
  },
  resolved: {
    title: "Nothing resolved",
    text: "A resolved problem that comes back opens again by itself.",
  },
};

/** The list of problems without any: what it is for. `status` is null for one that is not there any more. */
export function NoProblems({ status, eventsHref }: { status: ProblemStatus | null; eventsHref: string }) {
  const { title, text } = status
    ? words[status]
    : { title: "There is no such problem here", text: "It may belong to another organization." };

  return (
    <EmptyState
      icon={CircleCheck}
      title={title}
      action={<ButtonLink href={eventsHref as Route}>See all events</ButtonLink>}
    >
      {text}
    </EmptyState>
  );
}
