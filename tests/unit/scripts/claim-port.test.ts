import { createServer } from "node:net";
import { expect, test } from "vitest";
import { claimPort, releasePort } from "#scripts/stack/claim-port.ts";

const preferred = 47_311;

test("two that want the same port get different ones, before either listens", async () => {
  const ports = await Promise.all([claimPort(preferred), claimPort(preferred)]);

  expect(new Set(ports).size).toBe(2);
  for (const port of ports) releasePort(port);
});

test("a port on which someone listens is passed over, and taken again once they stopped", async () => {
  const port = await claimPort(preferred);
  releasePort(port);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const other = await claimPort(port);
  expect(other).toBeGreaterThan(port);
  releasePort(other);
  await new Promise((resolve) => server.close(resolve));

  expect(await claimPort(port)).toBe(port);
  releasePort(port);
});
