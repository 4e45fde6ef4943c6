import type { Call } from "../facebook/call.ts";
import { GraphError } from "../facebook/graph-error.ts";
import { readList } from "../facebook/read-list.ts";
import type { Sandbox } from "../sandbox.ts";
import type { InstagramState } from "./types.ts";
import { fieldScopes } from "./webhook-fields.ts";

/** GET, POST and DELETE /{id|me}/subscribed_apps. POST replaces the list of fields. */
export function subscribedApps({ config }: Sandbox, state: InstagramState, call: Call, userId: string) {
  if (call.method === "POST") {
    state.subscriptions[userId] = acceptFields(state, call, userId);
    return { success: true };
  }
  if (call.method === "DELETE") {
    delete state.subscriptions[userId];
    return { success: true };
  }
  const fields = state.subscriptions[userId];
  if (!fields) return { data: [] };
  return { data: [{ id: config.meta.appId, name: "Trunkline in the sandbox", subscribed_fields: fields }] };
}

function acceptFields(state: InstagramState, call: Call, userId: string): string[] {
  const asked = readList(call.params.subscribed_fields);
  if (asked.length === 0) throw new GraphError(100, "(#100) The parameter subscribed_fields is required.");

  const known = Object.keys(fieldScopes).filter((field) => field !== state.habits.refusedField);
  const unknown = asked.findIndex((field) => !known.includes(field));
  if (unknown >= 0) {
    throw new GraphError(
      100,
      `(#100) Param subscribed_fields[${unknown}] must be one of {${known.join(", ")}} - got "${asked[unknown]}".`,
    );
  }

  const missing = asked.find((field) => !state.grants[userId]?.includes(fieldScopes[field] ?? ""));
  if (missing) {
    throw new GraphError(
      200,
      `(#200) To subscribe to the ${missing} field, one of these permissions is needed: ${fieldScopes[missing]}`,
    );
  }
  return [...new Set(asked)];
}
