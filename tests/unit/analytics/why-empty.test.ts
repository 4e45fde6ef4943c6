import { expect, test } from "vitest";
import { waitWords } from "#components/analytics/wait-words.ts";
import { whyEmpty } from "#components/analytics/why-empty.ts";
import type { AnalyticsAccount, LastRun } from "#lib/analytics/list-accounts.ts";

const done: LastRun = {
  status: "done",
  isFirst: true,
  doing: null,
  stepsDone: 3,
  stepsTotal: 3,
  error: null,
  notes: [],
};
const account = (lastRun: LastRun | null, more: Partial<AnalyticsAccount> = {}): AnalyticsAccount => ({
  id: "a",
  provider: "facebook",
  displayName: "Harbour Bakery",
  isConnected: true,
  lastSyncedAt: null,
  tells: ["reach"],
  lastRun,
  ...more,
});
const reach = (...accounts: AnalyticsAccount[]) =>
  whyEmpty("reach", { home: "/o/acme", tellers: ["Facebook Pages", "Instagram accounts"], accounts });

test("who would tell a figure is named where nobody does", () => {
  expect(reach()).toEqual({
    sentences: ["Facebook Pages or Instagram accounts would tell this."],
    href: "/o/acme/connections",
    action: "Connect an account",
  });
  expect(reach(account(null, { displayName: "+1 555", tells: [] })).sentences).toEqual([
    "+1 555 does not tell this. Facebook Pages or Instagram accounts would.",
  ]);
  expect(reach(account(done, { isConnected: false })).action).toBe("Connect an account");
});

test("how far reading an account is, and why it failed, are told in the card", () => {
  expect(reach(account(null)).sentences).toEqual(["Harbour Bakery has not been read yet."]);
  expect(
    reach(account({ ...done, status: "running", doing: "Reading posts of October", stepsDone: 1 })).sentences,
  ).toEqual(["Harbour Bakery is being read, 1 of 3 steps done. Reading posts of October."]);
  expect(reach(account({ ...done, status: "failed", error: "The password was changed." }))).toEqual({
    sentences: ["Harbour Bakery could not be read. The password was changed."],
    href: "/o/acme/connections/a",
    action: "Look at Harbour Bakery",
  });
});

test("what the platform refuses is said once, and silence is called silence", () => {
  const refused = { ...done, notes: ["It keeps them to itself below 100 likes."] };
  expect(reach(account(refused), account(refused, { id: "b" })).sentences).toEqual(refused.notes);
  expect(reach(account(done)).sentences).toEqual(["Nothing was told for these days."]);
});

test("a wait is told as roughly as people would", () => {
  expect([0, 59, 60, 59 * 60, 3_600, 11_700, 86_400, 187_200].map(waitWords)).toEqual([
    "0 s",
    "59 s",
    "1 min",
    "59 min",
    "1 h",
    "3 h 15 min",
    "1 day",
    "2 days 4 h",
  ]);
});
