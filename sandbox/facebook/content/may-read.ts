import { contentOf } from "../../content/content-of.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { Caller } from "../call.ts";
import { isGranted, roleOn } from "../grants.ts";
import { GraphError } from "../graph-error.ts";
import { hasTask } from "../permissions.ts";
import { lacksRole, needsPageToken, needsPermission } from "../refusals.ts";

/** Throws unless this is the Page's own token and it may read what the Page publishes. */
export function mayReadPosts({ facebook }: Sandbox, caller: Caller, pageId: string): void {
  if (caller.kind !== "page" || caller.page.id !== pageId) throw needsPageToken();
  if (!isGranted(facebook, caller.person.id, "pages_read_engagement")) throw needsAccess();
}

/** Throws unless this is the Page's own token and its person may see the Page's figures. */
export function mayReadInsights(sandbox: Sandbox, caller: Caller, pageId: string): void {
  mayReadPosts(sandbox, caller, pageId);
  if (caller.kind !== "page") throw needsPageToken();
  if (!isGranted(sandbox.facebook, caller.person.id, "read_insights")) throw needsPermission("read_insights");
  if (!hasTask(roleOn(caller.person, pageId)?.tasks ?? [], "ANALYZE")) throw lacksRole();
}

/** Throws unless the app may read this of Pages that nobody let it into. */
export function mayReadPublicPages(sandbox: Sandbox, what: "profile" | "posts"): void {
  const { publicPages } = contentOf(sandbox);
  if (publicPages === "nothing" || (publicPages === "profile" && what === "posts")) throw needsAccess();
}

function needsAccess(): GraphError {
  return new GraphError(
    10,
    "(#10) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public Content Access' feature. Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages and https://developers.facebook.com/docs/apps/review/feature#reference-PAGES_ACCESS for details.",
  );
}
