import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/e2e.ts";
import {
  allow,
  aName,
  disconnect,
  expectCheck,
  expectFirstEvent,
  expectFits,
  expectLive,
  expectStatus,
  expectWell,
  happens,
  openConnect,
  phone,
  platformState,
  reconnect,
  signInAt,
  wholeLife,
} from "#tests/support/e2e-channels.ts";
import { platforms } from "#tests/support/e2e-platforms.ts";

test.describe.configure(wholeLife);

type State = {
  refreshes: Record<string, { asked: number; rotated: number; refused: number }>;
  pairs: Record<string, { userId: string; dead: object | null; revoked: boolean }>;
};

async function aPerson(page: Page) {
  const lastName = aName("Example");
  const asked = { firstName: "Ana", lastName };
  const { userId } = await platforms.control<{ userId: string }>("zoom/users", asked);
  await signInAt(page, "zoom", { userId });
  return { userId, name: `Ana ${lastName}` };
}

const refreshes = async (userId: string) => (await platformState<State>("zoom")).refreshes[userId];

const isGranted = async (userId: string) => {
  const { pairs } = await platformState<State>("zoom");
  return Object.values(pairs).some((pair) => pair.userId === userId && !pair.dead && !pair.revoked);
};

test("Zoom: cancelled, allowed in part, allowed whole, and heard live", async ({
  page,
  account,
  mail,
  look,
}) => {
  const { userId, name } = await aPerson(page);

  await test.step("cancelled, nothing is changed", async () => {
    await openConnect(page, account.slug, "Zoom");
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("heading", { name: "Zoom was not connected" })).toBeVisible();
    await expect(page.getByText(/closed Zoom's window.*Nothing was changed/)).toBeVisible();
  });

  await test.step("what was left out is named with what it costs", async () => {
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByRole("checkbox", { name: /cloud_recording:read:list_user_recordings/ }).uncheck();
    await page.getByRole("checkbox", { name: /meeting:read:participant/ }).uncheck();
    await allow(page, name);
    await expectStatus(page, "Needs attention");
    await expect(page.getByText(/Who is in a live meeting is not shown\. Reconnect/).first()).toBeVisible();
    await expect(page.getByText(/Cloud recordings are not shown\. Reconnect/).first()).toBeVisible();
    await look("zoom-in-part");
    await reconnect(page, name);
    await expect(page.getByText(/On Zoom's Basic plan/)).toBeVisible();
  });
  const connection = page.url();

  await test.step("a meeting is there at once, in plain words", async () => {
    await page.goto(`/o/${account.slug}/events`);
    await happens("zoom", userId, "started", "Weekly planning");
    await expectLive(page, "“Weekly planning” started.");
    await happens("zoom", userId, "ended");
    await expectLive(page, /“Weekly planning” ended/);
    await look("zoom-events");
  });

  await test.step("what an admin took back ends the access, and the mail leads to what mends it", async () => {
    await page.goto(connection);
    await platforms.control(`zoom/users/${userId}/revoke`, { code: 4738 });
    await expectCheck(page, "Broken", /An admin of the Zoom account has disabled this app/);
    await look("zoom-broken");
    await page.goto(await mail.link(account.email, `${name} stopped working`));
    await expect(page).toHaveURL(connection);
    await reconnect(page, name);
    await mail.latest(account.email, `${name} works again`);
  });
});

test.describe("on a phone", () => {
  test.use(phone);

  test("Zoom: what breaks says why, and is mended in place, until it is let go", async ({
    page,
    account,
    look,
  }) => {
    const { userId, name } = await aPerson(page);
    const at = (what: string) => `zoom/users/${userId}/${what}`;
    await openConnect(page, account.slug, "Zoom");
    await allow(page, name);
    await expectStatus(page, "Healthy");
    await expectFirstEvent(page, () => happens("zoom", userId, "started", "Harbour meeting"));

    // An hour that is over is renewed once, and nobody notices.
    await platforms.control(at("expire"));
    await expectWell(page, async () => (await refreshes(userId))?.rotated === 1);
    expect(await refreshes(userId)).toEqual({ asked: 1, rotated: 1, refused: 0 });

    await platforms.control(at("expire"));
    await platforms.control(at("expire-refresh"));
    await expectCheck(page, "Broken", /Reconnect it/);
    await expectFits(page);
    await look("zoom-phone-broken");
    await reconnect(page, name);

    // Told by Zoom: nobody has to ask.
    await platforms.control(at("remove-app"));
    await expectStatus(page, "Broken");
    await expect(page.getByText(/removed this app at Zoom/).first()).toBeVisible();
    await reconnect(page, name);

    await disconnect(page, account.slug, "“Harbour meeting” started.");
    await expect.poll(() => isGranted(userId)).toBe(false);
  });
});
