import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { webhookSenders } from "#lib/providers/registry.ts";

// A route of its own for each, since Next works out a route with a variable part anew for every request.
const paths = webhookSenders().flatMap((sender) => sender.paths);

test.each(paths)("Next answers at %s", async (path) => {
  const file = `app${path}/route.ts`;
  expect(existsSync(file)).toBe(true);

  const { dynamic, ...methods }: Record<string, unknown> = await import(`../../../${file}`);
  expect(dynamic).toBe("force-dynamic");
  expect(Object.keys(methods).sort()).toEqual(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]);
});
