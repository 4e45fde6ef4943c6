import type { ReachableAccount } from "../connect-contract.ts";
import type { PageNode } from "./page-node.ts";
import { facebookScopes } from "./scopes.ts";

/** What a role on the Page must include, and what does not work when it does not. */
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

/** A Page as something to choose: what stands in the way, and what will not work. */
export function offerPage(page: PageNode, userToken: string, granted: ReadonlySet<string>): ReachableAccount {
  const pageToken = page.access_token;

  return {
    offer: {
      externalId: page.id,
      displayName: page.name ?? `Page ${page.id}`,
      username: page.username ?? null,
      avatarUrl: page.picture?.data.url ?? null,
      category: page.category ?? null,
      obstacle: pageToken
        ? null
        : { sentence: "This Page was not ticked in Facebook's window.", askAgain: true },
      limits: [...missingScopes(granted), ...missingTasks(page.tasks ?? null, granted)],
    },
    secrets: pageToken ? { pageToken, userToken } : null,
    details: { category: page.category ?? null, tasks: page.tasks ?? [] },
  };
}

function missingScopes(granted: ReadonlySet<string>) {
  return facebookScopes.flatMap(({ scope, without }) =>
    without === null || granted.has(scope) ? [] : [{ sentence: without, askAgain: true }],
  );
}

/** Only a Page's admin can mend these. With no list of tasks nothing is known to be missing. */
function missingTasks(tasks: string[] | null, granted: ReadonlySet<string>) {
  if (!tasks) return [];
  const plain = new Set(tasks.map((task) => task.replace(/^PROFILE_PLUS_/, "")));
  if (plain.has("FULL_CONTROL")) return [];

  return neededTasks.flatMap(({ anyOf, scope, without }) =>
    // A permission that was not granted is said already, and its absence is mended first.
    !granted.has(scope) || anyOf.some((task) => plain.has(task))
      ? []
      : [{ sentence: `${without} A Page admin can change that.`, askAgain: false }],
  );
}
