import { expect, test } from "vitest";
import { findGuide, listGuides } from "#lib/connections/guides.ts";
import { providers } from "#lib/providers/registry.ts";

test("every platform that can be connected has a guide for going live on it", () => {
  expect(listGuides().map(({ id }) => id)).toEqual(providers.map(({ id }) => id));
  for (const { id } of providers) expect(findGuide(id)?.steps.length).toBeGreaterThan(0);
});

test("a platform nobody knows has none", () => {
  expect(findGuide("carrier_pigeon")).toBeNull();
});

test("addresses are those of this installation, whole", () => {
  const urls = providers.flatMap(({ id }) =>
    (findGuide(id)?.steps ?? []).flatMap(({ addresses }) => addresses.map(({ url }) => url)),
  );
  expect(urls).toContain("http://localhost:3000/api/webhooks/meta");
  for (const url of urls) expect(url).toMatch(/^http:\/\/localhost:3000\/api\//);
});

test("a guide tells that a setting is set, and never what it is", () => {
  const guides = providers.map(({ id }) => findGuide(id));
  const settings = guides.flatMap((guide) => guide?.steps ?? []).flatMap((step) => step.settings);
  expect(settings).toContainEqual({ name: "META_APP_SECRET", isSet: true });

  for (const { name } of settings) {
    const value = process.env[name];
    if (value) expect(JSON.stringify(guides)).not.toContain(value);
  }
});
