import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "#tests/support/e2e.ts";
import { givenPages } from "#tests/support/e2e-pages.ts";
import { stackSql, stackValue } from "#tests/support/e2e-stack.ts";

/** Every text that must be nowhere: the stack's own secrets, and every token that the sandbox has given out. */
async function secrets(): Promise<string[]> {
  const response = await fetch(`${stackValue("PROVIDER_SANDBOX_URL")}/control/state`);
  const { tokens, secrets: given } = await response.json();
  const own = JSON.parse(readFileSync(join(stackValue("STACK_DIRECTORY"), "secrets.json"), "utf8"));
  const isSecret = (name: string) => !/publishable|appId|clientId/i.test(name);

  return [
    ...Object.keys(tokens),
    ...given,
    ...Object.entries<string>(own)
      .filter(([name]) => isSecret(name))
      .map(([, value]) => value),
    ...Object.values<string>(own)
      .filter((value) => /^\w+:[A-Za-z0-9+/]{43}=$/.test(value))
      .map((value) => value.slice(value.indexOf(":") + 1)),
  ].filter((text) => typeof text === "string" && text.length >= 12);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const found = (text: string, forbidden: string[]) =>
  forbidden.filter((secret) => text.includes(secret)).map((secret) => `${secret.slice(0, 6)}…`);

test("the scan has something to look for, of every platform", async () => {
  const all = await secrets();
  const response = await fetch(`${stackValue("PROVIDER_SANDBOX_URL")}/control/state`);
  const { instagram, whatsapp, twilio, zoom } = await response.json();
  for (const state of [instagram, whatsapp, twilio, zoom]) expect(state).toBeDefined();
  expect(all.filter((secret) => secret.startsWith("EAA")).length).toBeGreaterThan(0);
  expect(all.length).toBeGreaterThan(5);
});

test("no secret is in what browsers download", async () => {
  const forbidden = await secrets();
  const files = filesUnder(".next/static");
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(found(readFileSync(file, "latin1"), forbidden), file).toEqual([]);
});

test("no secret is in a page or an answer that a browser got", async () => {
  const forbidden = await secrets();
  const files = filesUnder(givenPages);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(found(readFileSync(file, "latin1"), forbidden), file).toEqual([]);
});

test("no secret is in a mail", async () => {
  const forbidden = await secrets();
  const mails = await (await fetch(`${stackValue("MAIL_URL")}/messages`)).text();
  expect(mails.length).toBeGreaterThan(100);
  expect(found(mails, forbidden)).toEqual([]);
});

test("no secret is in the logs of this run", async () => {
  const forbidden = await secrets();
  const files = filesUnder(join(stackValue("STACK_DIRECTORY"), "logs"));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expect(found(readFileSync(file, "latin1"), forbidden), file).toEqual([]);
});

test("no secret is in any column but the ciphertext", async () => {
  const forbidden = await secrets();
  const sql = stackSql();
  const tables = await sql`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'p') and not c.relispartition
      and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'graphile_worker'::regnamespace)`;
  expect(tables.length).toBeGreaterThan(15);

  for (const { name } of tables) {
    const rows = await sql`select t::text as row from ${sql.unsafe(name)} t`;
    for (const { row } of rows) expect(found(row, forbidden), name).toEqual([]);
  }
});
