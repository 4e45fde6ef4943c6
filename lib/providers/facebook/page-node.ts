import { z } from "zod";

/** The fields we ask of a Page. */
export const pageFields = "id,name,username,category,tasks,access_token,picture{url}";

const text = z.string().min(1).nullish().catch(null);

/** A Page as any of the lists that hold Pages tells it. Only the id is sure to come. */
export const PageNode = z.object({
  id: z.string().regex(/^\d+$/),
  name: text,
  username: text,
  category: text,
  tasks: z.array(z.string()).nullish().catch(null),
  access_token: text,
  picture: z
    .object({ data: z.object({ url: z.url({ protocol: /^https?$/ }) }) })
    .nullish()
    .catch(null),
});
export type PageNode = z.output<typeof PageNode>;
