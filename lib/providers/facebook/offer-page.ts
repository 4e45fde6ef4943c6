import type { ReachableAccount } from "../connect-contract.ts";
import type { Json } from "../contract.ts";
import type { PageNode } from "./page-node.ts";
import { pageRoleLimits } from "./role-limits.ts";
import { facebookScopes } from "./scopes.ts";

/** A Page as something to choose: what stands in the way, and what will not work. */
export function offerPage(page: PageNode, userToken: string, granted: ReadonlySet<string>): ReachableAccount {
  const pageToken = page.access_token;
  const details = { category: page.category ?? null, tasks: page.tasks ?? null };

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
      limits: [...missingScopes(granted), ...missingTasks(details, granted)],
    },
    secrets: pageToken ? { pageToken, userToken } : null,
    details,
  };
}

function missingScopes(granted: ReadonlySet<string>) {
  return facebookScopes.flatMap(({ scope, without }) =>
    without === null || granted.has(scope) ? [] : [{ sentence: without, askAgain: true }],
  );
}

/** Only a Page's admin can mend these. */
function missingTasks(details: Json, granted: ReadonlySet<string>) {
  return pageRoleLimits(details).flatMap(({ scope, sentence }) =>
    // A permission that was not granted is said already, and its absence is mended first.
    granted.has(scope) ? [{ sentence: `${sentence} A Page admin can change that.`, askAgain: false }] : [],
  );
}
