import { z } from "zod";
import type { Json } from "../contract.ts";

/** What a role on the Page must include, the permission it stands behind, and what does not work when it does not. */
const neededTasks = [
  {
    anyOf: ["MESSAGING", "MANAGE"],
    scope: "pages_messaging",
    without: "Your role on this Page does not include messages, so they can be neither read nor answered.",
  },
  {
    anyOf: ["CREATE_CONTENT", "MANAGE", "MODERATE"],
    scope: "pages_manage_metadata",
    without: "Your role on this Page is too small for us to be told when something happens.",
  },
  {
    anyOf: ["ANALYZE", "MANAGE"],
    scope: "read_insights",
    without: "Your role on this Page does not include its figures.",
  },
];

const Tasks = z.object({ tasks: z.array(z.string()).nullish() });

/** What the role of the person who granted it lacks on a Page. With no list of tasks nothing is known to be missing. */
export function pageRoleLimits(details: Json): { scope: string; sentence: string }[] {
  const tasks = Tasks.safeParse(details).data?.tasks;
  if (!tasks) return [];

  const plain = new Set(tasks.map((task) => task.replace(/^PROFILE_PLUS_/, "")));
  if (plain.has("FULL_CONTROL")) return [];
  return neededTasks.flatMap(({ anyOf, scope, without }) =>
    anyOf.some((task) => plain.has(task)) ? [] : [{ scope, sentence: without }],
  );
}
