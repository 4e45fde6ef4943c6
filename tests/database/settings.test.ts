import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { changeFromForm } from "#app/o/[slug]/settings/actions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { findOrganization } from "#lib/organizations/queries.ts";
import { doors } from "#lib/rate-limit/doors.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { aSession, startAuthServer } from "#tests/support/auth-server.ts";
import { browser } from "#tests/support/browser.ts";

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
