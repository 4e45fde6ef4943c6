import { z } from "zod";
import { allTasks } from "../facebook/permissions.ts";
import { newId } from "../state/new-id.ts";
import type { FacebookState, Role } from "../state/types.ts";

export const NewPerson = z.object({
  name: z.string().min(1),
  omitExpiresIn: z.boolean().default(false),
  pages: z
    .array(
      z.object({
        name: z.string().min(1),
        /** An existing Page's id, to give a second person a role on it. */
        id: z.string().optional(),
        tasks: z.array(z.string()).default(allTasks),
        viaPortfolio: z.boolean().default(false),
        category: z.string().default("Local business"),
      }),
    )
    .default([]),
});

/** A new person with Pages of their own; those reached through a portfolio share one. */
export function addPerson(state: FacebookState, { name, omitExpiresIn, pages }: z.infer<typeof NewPerson>) {
  const id = newId("61");
  const businessId = newId("20");
  const roles: Role[] = [];

  for (const page of pages) {
    const pageId = page.id ?? newId("10");
    state.pages[pageId] ??= {
      id: pageId,
      name: page.name,
      username: page.name.toLowerCase().replaceAll(/[^a-z0-9]/g, ""),
      category: page.category,
      followers: 100 + page.name.length,
      instagramAccountId: null,
    };
    roles.push({
      pageId,
      tasks: page.tasks,
      direct: !page.viaPortfolio,
      businessId: page.viaPortfolio ? businessId : null,
    });
  }

  if (pages.some(({ viaPortfolio }) => viaPortfolio)) {
    state.businesses[businessId] = { id: businessId, name: `${name}'s portfolio`, clientPageIds: [] };
  }
  state.people[id] = { id, name, roles, omitExpiresIn, dialogError: null };
  return {
    personId: id,
    pages: roles.map(({ pageId }) => ({ id: pageId, name: state.pages[pageId]?.name ?? "" })),
  };
}
