import { expect, test } from "vitest";
import { aZoom } from "./support/a-zoom.ts";

test("a person is asked for as me: an id lacks a scope, a stranger does not exist", async () => {
  const zoom = await aZoom({}, { firstName: "Ana", plan: "licensed" });
  const { access_token } = await zoom.connect();

  const me = await zoom.api("/users/me", access_token);
  expect(me.body).toMatchObject({
    id: zoom.user.userId,
    account_id: zoom.user.accountId,
    type: 2,
    first_name: "Ana",
  });
  expect(me.headers.get("x-zm-trackingid")).toBeTruthy();
  expect((await zoom.api(`/users/${zoom.user.userId}`, access_token)).body.code).toBe(4711);
  expect(await zoom.api("/users/nobody", access_token)).toMatchObject({ status: 404, body: { code: 1001 } });
});

test("meetings are listed by kind, in pages", async () => {
  const zoom = await aZoom();
  const { access_token } = await zoom.connect();
  const list = async (query: string) => (await zoom.api(`/users/me/meetings?${query}`, access_token)).body;

  expect((await list("type=previous_meetings")).total_records).toBe(2);
  const first = await list("type=scheduled&page_size=3");
  expect(first.meetings).toHaveLength(3);
  expect(first.meetings[0]).toMatchObject({ host_id: zoom.user.userId, id: expect.any(Number) });
  const second = await list(`type=scheduled&page_size=3&next_page_token=${first.next_page_token}`);
  expect(second.meetings).toHaveLength(1);
  expect(second.next_page_token).toBe("");
});

test("the limit is told in both of Zoom's forms, to the account that reached it", async () => {
  const zoom = await aZoom();
  const { access_token } = await zoom.connect();
  const { accountId } = zoom.user;

  await zoom.control("zoom/limit", { kind: "QPS", accountId });
  const perSecond = await zoom.api("/users/me", access_token);
  expect(perSecond).toMatchObject({ status: 429, body: { code: 429 } });
  expect(Number(perSecond.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 - 60);
  expect(perSecond.headers.get("x-ratelimit-type")).toBe("QPS");

  await zoom.control("zoom/limit", { kind: "Daily-limit", accountId });
  const perDay = await zoom.api("/users/me", access_token);
  expect(perDay.headers.get("retry-after")).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  expect(perDay.headers.get("x-ratelimit-remaining")).toBe("0");

  await zoom.control("zoom/limit", { accountId: "another" });
  expect((await zoom.api("/users/me", access_token)).headers.get("x-ratelimit-limit")).toBe("4");
});
