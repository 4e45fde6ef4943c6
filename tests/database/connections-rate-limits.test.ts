import { expect, test } from "vitest";
import { chooseAccounts } from "#lib/connections/choose-accounts.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { requestCheck } from "#lib/connections/request-check.ts";
import type { Member } from "#lib/organizations/membership.ts";
import { doors } from "#lib/rate-limit/doors.ts";
import { knock } from "#lib/rate-limit/knock.ts";
import { anOrganization } from "#tests/support/an-organization.ts";

const nothing = crypto.randomUUID();

type Limited = "check-connection" | "disconnect" | "choose-accounts";

test.each<[Limited, string, (member: Member) => Promise<unknown>]>([
  ["check-connection", "not-connected", (member) => requestCheck(member, nothing)],
  ["disconnect", "not-connected", (member) => disconnect(member, nothing)],
  ["choose-accounts", "attempt-over", (member) => chooseAccounts(member, nothing, ["1"])],
])(
  "%s is held to so many in a short time, a person, and no one pays for another",
  async (door, usual, act) => {
    const acme = await anOrganization();
    const limits: { user?: { points: number } } = doors[door];
    const points = limits.user?.points ?? 0;
    // One is left.
    for (let count = 1; count < points; count++) await knock(door, { userId: acme.admin.userId });

    expect(await act(acme.member)).toEqual({ ok: false, error: "admins-only" });
    expect(await act(acme.admin)).toEqual({ ok: false, error: usual });
    expect(await act(acme.admin)).toEqual({ ok: false, error: "too-many" });
    expect(await act(acme.owner)).toEqual({ ok: false, error: usual });
  },
);
