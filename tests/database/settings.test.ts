import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { changeFromForm, saveHoursFromForm } from "#app/o/[slug]/settings/actions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { findOpeningHours } from "#lib/organizations/find-opening-hours.ts";
import { weekdays } from "#lib/organizations/opening-hours.ts";
import { findOrganization } from "#lib/organizations/queries.ts";
import { doors } from "#lib/rate-limit/doors.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { aSession, startAuthServer } from "#tests/support/auth-server.ts";
import { browser } from "#tests/support/browser.ts";
import { sql } from "#tests/support/database.ts";

vi.mock("next/headers", () => import("#tests/support/browser.ts"));
// What Next puts in its place where server code runs.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

const auth = await startAuthServer();
afterAll(() => auth.stop());
beforeEach(() => auth.renew());

async function signInAs({ userId, email }: Organization["owner"]) {
  const session = aSession({ userId, email });
  auth.answer("POST /token", session);
  auth.answer("GET /user", session.user);
  browser.renew();
  await signIn({ email, password: "correct horse battery" });
}

function rename({ slug }: Organization, name: string) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ name, slug, timeZone: "UTC", businessType: "" })) {
    form.set(field, value);
  }
  return changeFromForm(slug, null, form);
}

test("an organization is changed as often as its door opens, then not until a while has passed", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
  await signInAs(acme.owner);

  const { points } = doors.settings.user;
  for (let at = 1; at <= points; at++) {
    expect(await rename(acme, `Name ${at}`)).toMatchObject({ outcome: "saved" });
  }
  expect(await rename(acme, "One too many")).toMatchObject({
    outcome: "refused",
    message: expect.stringMatching(/wait/i),
    values: { name: "One too many" },
  });
  expect(await findOrganization(acme.owner)).toMatchObject({ name: `Name ${points}` });

  await signInAs(globex.owner);
  expect(await rename(globex, "Someone else's turn")).toMatchObject({ outcome: "saved" });
});

function saveHours({ slug }: Organization, hours: Record<string, string>) {
  const form = new FormData();
  for (const day of weekdays) form.set(day, hours[day] ?? "");
  return saveHoursFromForm(slug, null, form);
}

test("owners and admins set opening hours, members do not, and each change is on record", async () => {
  const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
  await signInAs(acme.admin);

  expect(await saveHours(acme, { monday: "9-18", friday: "noon" })).toMatchObject({
    fieldErrors: { friday: expect.stringContaining("9:00–18:00") },
    values: { monday: "9-18" },
  });
  expect(await saveHours(acme, { monday: "9-18" })).toMatchObject({ outcome: "saved" });
  expect(await saveHours(acme, { monday: "9:00–18:00" })).toMatchObject({ outcome: "saved" });
  expect((await findOpeningHours(acme.viewer)).slice(0, 2)).toEqual([
    { day: "monday", text: "9:00–18:00" },
    { day: "tuesday", text: "" },
  ]);
  expect((await findOpeningHours(globex.viewer)).map(({ text }) => text).join("")).toBe("");
  expect(await saveHours(acme, {})).toMatchObject({ outcome: "saved" });
  expect((await findOpeningHours(acme.viewer)).map(({ text }) => text).join("")).toBe("");
  const told = await sql`
    select metadata from audit_events where organization_id = ${acme.id} and action = 'organization.changed'`;
  expect(told).toHaveLength(2);

  await signInAs(acme.member);
  expect(await saveHours(acme, { monday: "9-18" })).toMatchObject({ outcome: "refused" });
});
