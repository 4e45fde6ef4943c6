import { expect, test } from "vitest";
import { metaSecrets } from "#lib/providers/meta/meta-secrets.ts";

const from = (settings: Record<string, string>) => (name: string) => settings[name];

test("each secret Meta may sign with is tried once, under its name", () => {
  const settings = { META_APP_SECRET: "a", FACEBOOK_APP_SECRET: "a", INSTAGRAM_APP_SECRET: "b" };
  expect(metaSecrets(from(settings))).toEqual([
    { name: "meta", value: "a" },
    { name: "instagram", value: "b" },
  ]);
  expect(metaSecrets(from({ ...settings, FACEBOOK_APP_SECRET: "c" }))).toHaveLength(3);
});

test("a secret that is not set, or empty, signs nothing", () => {
  expect(metaSecrets(from({}))).toEqual([]);
  expect(metaSecrets(from({ META_APP_SECRET: "" }))).toEqual([]);
});
