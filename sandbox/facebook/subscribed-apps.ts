import type { Sandbox } from "../sandbox.ts";
import type { Call, Caller } from "./call.ts";
import { isGranted, roleOn } from "./grants.ts";
import { GraphError } from "./graph-error.ts";
import { hasTask } from "./permissions.ts";
import { readList } from "./read-list.ts";
import { lacksRole, needsPageToken, needsPermission } from "./refusals.ts";
import { messagingFields, pageFields } from "./webhook-fields.ts";

/** GET, POST and DELETE /{page}/subscribed_apps. POST replaces the list of fields. */
export function subscribedApps(sandbox: Sandbox, call: Call, caller: Caller, pageId: string) {
  const { facebook, config } = sandbox;
  if (caller.kind !== "page") throw needsPageToken();
  if (!isGranted(facebook, caller.person.id, "pages_manage_metadata"))
    throw needsPermission("pages_manage_metadata");

  if (call.method === "POST") {
    facebook.subscriptions[pageId] = acceptFields(sandbox, call, caller);
    return { success: true };
  }
  if (call.method === "DELETE") {
    delete facebook.subscriptions[pageId];
    return { success: true };
  }
  const fields = facebook.subscriptions[pageId];
  if (!fields) return { data: [] };
  return {
    data: [
      {
        id: config.meta.appId,
        name: "Trunkline in the sandbox",
        link: "https://www.facebook.com/games/?app_id=".concat(config.meta.appId),
        category: "Business",
        subscribed_fields: fields,
      },
    ],
  };
}

function acceptFields({ facebook }: Sandbox, call: Call, caller: Caller & { kind: "page" }): string[] {
  const asked = readList(call.params.subscribed_fields);
  if (asked.length === 0) throw new GraphError(100, "(#100) The parameter subscribed_fields is required.");

  const unknown = asked.findIndex((field) => !pageFields.includes(field));
  if (unknown >= 0) {
    throw new GraphError(
      100,
      `(#100) Param subscribed_fields[${unknown}] must be one of {${pageFields.join(", ")}} - got "${asked[unknown]}".`,
    );
  }

  const { person, page } = caller;
  const { tasks } = roleOn(person, page.id) ?? { tasks: [] };
  if (!["MANAGE", "MODERATE", "CREATE_CONTENT"].some((task) => hasTask(tasks, task))) throw lacksRole();

  const messaging = asked.find((field) => messagingFields.includes(field));
  if (messaging && !isGranted(facebook, person.id, "pages_messaging")) {
    throw new GraphError(
      200,
      `(#200) To subscribe to the ${messaging} field, one of these permissions is needed: pages_messaging`,
    );
  }
  if (messaging && !hasTask(tasks, "MESSAGING")) throw lacksRole();
  if (asked.includes("feed") && !isGranted(facebook, person.id, "pages_show_list")) {
    throw needsPermission("pages_show_list");
  }
  return [...new Set(asked)];
}
