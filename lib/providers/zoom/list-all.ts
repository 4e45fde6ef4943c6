import { z } from "zod";
import type { Answer, Secrets } from "../connect-contract.ts";
import { type JsonObject, objectIn } from "../json-values.ts";
import { zoomApi } from "./api.ts";
import { withoutSecrets } from "./without-secrets.ts";

const mostPages = 20;
const pageSize = "300";

type List = { path: string; key: string; query?: Record<string, string> };

/** A whole list, page by page, without what opens a meeting. `isWhole` is false where it goes on beyond what we read. */
export async function listAll(
  secrets: Secrets,
  { path, key, query = {} }: List,
): Promise<Answer<{ items: JsonObject[]; isWhole: boolean }>> {
  const Page = z.object({
    next_page_token: z.string().optional().catch(undefined),
    [key]: z.array(z.json()),
  });
  const items: JsonObject[] = [];
  let token = "";
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { ...query, page_size: pageSize, ...(token && { next_page_token: token }) };
    const answer = await zoomApi(secrets, path, Page, asked);
    if (!answer.ok) return answer;

    const listed = answer.value[key];
    for (const item of Array.isArray(listed) ? listed : []) items.push(objectIn(withoutSecrets(item)));
    token = String(answer.value.next_page_token ?? "");
    if (token === "") return { ok: true, value: { items, isWhole: true } };
  }
  return { ok: true, value: { items, isWhole: false } };
}
