import type { Context } from "hono";

/** JSON for programs; for a browser's form, back to the control page, which says what happened. */
export function reply(context: Context, data: object, sentence: string): Response {
  if (!context.req.header("accept")?.includes("text/html")) return context.json(data);

  return context.redirect(`/control?said=${encodeURIComponent(sentence)}`, 303);
}
