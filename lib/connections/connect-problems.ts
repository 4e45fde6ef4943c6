import type { AnswerProblem } from "./answer-attempt.ts";

/** What to say when a dialog's answer cannot be tied to an attempt of this person in this browser. */
export const connectProblems: Record<AnswerProblem, { title: string; text: string }> = {
  "unknown-attempt": {
    title: "This answer belongs to nothing that was begun here",
    text: "Nothing was changed. Open Connections in your dashboard and start from there.",
  },
  "other-person": {
    title: "Someone else began this",
    text: "Nothing was changed. Sign in as the person who began to connect, or start again as yourself from Connections.",
  },
  "other-browser": {
    title: "This was begun in another browser",
    text: "Nothing was changed. Finish it in the browser where you pressed Connect, or start again here from Connections.",
  },
  cancelled: {
    title: "Nothing was connected",
    text: "The window was closed before anything was allowed. Nothing was changed. Open Connections in your dashboard to start again.",
  },
  refused: {
    title: "Nothing was connected",
    text: "Nothing was changed. Open Connections in your dashboard to start again.",
  },
  "too-many": {
    title: "That was tried very often in a short time",
    text: "Nothing was changed. Wait a few minutes, then start again from Connections.",
  },
};
