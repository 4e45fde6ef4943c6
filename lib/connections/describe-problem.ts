import { lookUp } from "#lib/look-up.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { connectProblems } from "./connect-problems.ts";

/**
 * What to say on the page where an answer that belongs to no attempt ends. What its address holds only chooses among
 * sentences of ours; anything else in it reads as an answer we do not know.
 */
export function describeProblem(query: Readonly<Record<string, unknown>>): { title: string; text: string } {
  const { title, text } = lookUp(connectProblems, query.problem) ?? connectProblems["unknown-attempt"];
  const { connect } = findProvider(String(query.provider)) ?? {};
  const sentence = connect?.kind === "dialog" ? lookUp(connect.refusals, query.reason) : undefined;
  return { title, text: query.problem === "refused" && sentence ? `${sentence} ${text}` : text };
}
