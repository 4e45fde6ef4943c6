import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";

/** Reads JSON or a form by its schema. Throws a 400 that names what is wrong. */
export async function readInput<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await context.req.text();
  const isForm = context.req.header("content-type")?.includes("x-www-form-urlencoded");
  const parsed = schema.safeParse(isForm ? Object.fromEntries(new URLSearchParams(text)) : parseJson(text));

  if (!parsed.success) throw refuse(z.prettifyError(parsed.error));
  return parsed.data;
}

export function refuse(message: string, status: 400 | 404 = 400): HTTPException {
  return new HTTPException(status, { res: Response.json({ error: message }, { status }) });
}

function parseJson(text: string): unknown {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    throw refuse("The body is not JSON");
  }
}
