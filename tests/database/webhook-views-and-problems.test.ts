import { expect, test } from "vitest";
import { listProblems, setProblemStatus } from "#lib/webhooks/problems.ts";
import { deleteView, listViews, saveView } from "#lib/webhooks/views.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";

const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);

const view = (name: string, isShared = false) => ({ name, query: "status=dead&before=x", isShared });

test("a view is its author's alone until it is shared, and never another organization's", async () => {
  expect(await saveView(acme.member, view("Mine"))).toMatchObject({ ok: true });
  expect(await saveView(acme.member, view("Ours", true))).toMatchObject({ ok: true });
  expect(await saveView(acme.viewer, view("A viewer's"))).toMatchObject({ ok: true });

  expect(await listViews(acme.member)).toMatchObject([
    { name: "Mine", query: "status=dead", isShared: false, canDelete: true },
    { name: "Ours", query: "status=dead", isShared: true, canDelete: true },
  ]);
  expect(await listViews(acme.viewer)).toMatchObject([
    { name: "A viewer's", canDelete: true },
    { name: "Ours", canDelete: false },
  ]);
  expect(await listViews(globex.owner)).toEqual([]);
});

test("viewers share nothing, and a name is used once by each person", async () => {
  expect(await saveView(acme.viewer, view("For all", true))).toEqual({ ok: false, error: "members-share" });
  expect(await saveView(acme.admin, view("Twice"))).toMatchObject({ ok: true });
  expect(await saveView(acme.admin, view("Twice", true))).toEqual({ ok: false, error: "name-taken" });
  expect(await saveView(acme.owner, view("Twice"))).toMatchObject({ ok: true });
  expect(await saveView(acme.owner, { ...view("Everything"), query: "?" })).toEqual({
    ok: false,
    error: "nothing-filtered",
  });
});

test("a shared view is deleted by its author, an owner or an admin, and by no one else", async () => {
  const shared = await saveView(acme.member, view("Shared", true));
  const own = await saveView(acme.member, view("Own"));
  if (!shared.ok || !own.ok) throw new Error("They were to be saved.");

  for (const other of [acme.viewer, globex.owner])
    expect(await deleteView(other, shared.value.id)).toEqual({ ok: false, error: "not-found" });
  expect(await deleteView(acme.admin, own.value.id)).toEqual({ ok: false, error: "not-found" });
  expect(await deleteView(acme.admin, shared.value.id)).toMatchObject({
    ok: true,
    value: { name: "Shared" },
  });
  expect(await deleteView(acme.member, own.value.id)).toMatchObject({ ok: true });
});

test("owners and admins take problems up; others see them, and other organizations do not", async () => {
  const [problem] = await sql`
    insert into webhook_problems (organization_id, provider, event_type, cause, failures, first_seen_at, last_seen_at)
    values (${acme.id}, 'facebook', 'messages', 'The barber is out.', 8, now(), now()) returning id`;
  const id = String(problem?.id);

  expect(await listProblems(acme.viewer, "open")).toMatchObject([{ id, failures: 8 }]);
  expect(await listProblems(globex.owner, "open")).toEqual([]);
  expect(await setProblemStatus(acme.member, id, "resolved", {})).toEqual({
    ok: false,
    error: "admins-only",
  });
  expect(await setProblemStatus(globex.owner, id, "resolved", {})).toEqual({ ok: false, error: "not-found" });

  for (const wanted of ["acknowledged", "acknowledged", "resolved", "open"] as const) {
    expect(await setProblemStatus(acme.admin, id, wanted, {})).toMatchObject({ ok: true });
    expect(await listProblems(acme.viewer, wanted)).toMatchObject([{ id, status: wanted }]);
  }
  const [row] = await sql`select changed_by, changed_at from webhook_problems where id = ${id}`;
  expect(row).toMatchObject({ changed_by: acme.admin.userId, changed_at: expect.any(Date) });
});
