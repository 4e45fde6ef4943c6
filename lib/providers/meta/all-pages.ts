import { z } from "zod";
import type { Answer, AppCredentials } from "../connect-contract.ts";
import { type GraphCall, graph } from "./graph.ts";

const Paging = z
  .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
  .optional()
  .catch(undefined);

/** Far beyond what a person can administer; only a loop gets there. */
const mostPages = 200;

/**
 * Everything behind a list edge, all its pages: a short page is not the end, a missing `next` is. The address in
 * `next` holds the token, so each further call is rebuilt from the cursor. Items of another shape are left out.
 */
export async function allPages<Schema extends z.ZodType>(
  app: AppCredentials,
  call: GraphCall,
  item: Schema,
): Promise<Answer<z.output<Schema>[]>> {
  const Page = z.object({ data: z.array(z.unknown()), paging: Paging });
  const items: z.output<Schema>[] = [];
  let after: string | undefined;

  for (let count = 0; count < mostPages; count++) {
    const parameters: Record<string, string> = { limit: "100", ...call.parameters, ...(after && { after }) };
    const answer = await graph(app, { ...call, parameters }, Page);
    if (!answer.ok) return answer;

    const { data, paging } = answer.value.body;
    for (const entry of data) {
      const shaped = item.safeParse(entry);
      if (shaped.success) items.push(shaped.data);
    }
    const next = paging?.next === undefined ? undefined : paging.cursors?.after;
    if (next === undefined || next === after) break;
    after = next;
  }
  return { ok: true, value: items };
}
