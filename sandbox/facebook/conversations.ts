import type { Sandbox } from "../sandbox.ts";
import type { Thread } from "../state/types.ts";
import type { Call, Caller } from "./call.ts";
import { parseFields, selectFields } from "./fields.ts";
import { isGranted } from "./grants.ts";
import { graphTime } from "./graph-time.ts";
import { paginate } from "./paginate.ts";
import { needsPageToken, needsPermission } from "./refusals.ts";

/** GET /{page}/conversations: what was said, newest conversation first. */
export function listConversations({ facebook }: Sandbox, call: Call, caller: Caller) {
  if (caller.kind !== "page") throw needsPageToken();
  const { page, person } = caller;
  if (!isGranted(facebook, person.id, "pages_messaging")) throw needsPermission("pages_messaging");

  const fields = parseFields(call.params.fields);
  const threads = Object.values(facebook.threads)
    .filter(({ pageId, messages }) => pageId === page.id && messages.length > 0)
    .sort((a, b) => lastAt(b) - lastAt(a))
    .map((thread) => ({ id: `t_${thread.psid}`, thread }));

  return paginate(call, `${page.id}/conversations`, threads, ({ thread }) =>
    selectFields("UnifiedThread", threadNode(thread, page), fields, ["id", "link", "updated_time"]),
  );
}

/** GET /{psid}: the profile of someone who wrote to the Page. */
export function customerProfile({ facebook }: Sandbox, call: Call, caller: Caller, psid: string) {
  const thread = facebook.threads[psid];
  if (caller.kind !== "page" || thread?.pageId !== caller.page.id) return null;

  const [first = "", ...rest] = thread.customerName.split(" ");
  const node = {
    id: psid,
    name: thread.customerName,
    first_name: first,
    last_name: rest.join(" "),
    profile_pic: `${call.assetsUrl}/customers/${psid}.svg`,
  };
  return selectFields("User", node, parseFields(call.params.fields), [
    "first_name",
    "last_name",
    "profile_pic",
  ]);
}

function threadNode({ psid, customerName, messages }: Thread, page: { id: string; name: string }) {
  const customer = { id: psid, name: customerName };
  const data = messages.toReversed().map(({ mid, text, fromPage, at }) => ({
    id: mid,
    message: text,
    from: fromPage ? { id: page.id, name: page.name } : customer,
    to: { data: [fromPage ? customer : { id: page.id, name: page.name }] },
    created_time: graphTime(at),
  }));
  return {
    id: `t_${psid}`,
    link: `/${page.id}/inbox/${psid}/`,
    updated_time: graphTime(messages.at(-1)?.at ?? 0),
    message_count: messages.length,
    participants: { data: [customer, { id: page.id, name: page.name }] },
    messages: { data },
  };
}

function lastAt({ messages }: Thread): number {
  return messages.at(-1)?.at ?? 0;
}
