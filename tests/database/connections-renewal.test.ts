import { once } from "node:events";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { disconnect } from "#lib/connections/disconnect.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { renewAccess } from "#lib/connections/renew-access.ts";
import { renewDue } from "#lib/connections/renew-due.ts";
import { revoke } from "#lib/connections/revoke.ts";
import { withAccess } from "#lib/connections/with-access.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { anotherProcess, outcomesOf } from "#tests/support/another-process.ts";
import { sql } from "#tests/support/database.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

// Some tests start processes of their own, which takes a busy machine its time.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(() => {
  signal.state.refreshes = 0;
  signal.state.next = [];
  signal.state.beforeAnswer = async () => {};
});

async function aConnection() {
  const acme = await anOrganization();
  const { account, id } = await aSignalConnection(acme);
  const atPlatform = () => {
    const known = signal.state.accounts.get(account.id);
    if (!known) throw new Error("the platform lost the account");
    return known;
  };
  const status = () => findConnection(acme.viewer, id);
  return { acme, id, atPlatform, status };
}

const endIn = (id: string, time: string) =>
  sql`update connection_credentials set access_expires_at = now() + ${time}::interval where connection_id = ${id}`;

/** A call with whatever access is there, which must be what the platform takes. */
const use = (id: string) =>
  withAccess(id, async (_app, { secrets }) => ({ ok: true, value: secrets.access ?? "" }));

const stored = async (id: string) =>
  (await sql`select * from connection_credentials where connection_id = ${id}`)[0];

describe("access that is due", () => {
  test("is renewed once for fifty callers in each of two processes", async () => {
    const { id, atPlatform } = await aConnection();
    await endIn(id, "-1 minute");

    const children = [anotherProcess(id, 50), anotherProcess(id, 50)];
    const outcomes = (await Promise.all(children.map(outcomesOf))).flat();
    expect(signal.state.refreshes).toBe(1);
    expect(outcomes).toEqual(Array(100).fill(atPlatform().access));
  });

  test("is renewed once for fifty callers whose call the platform refused", async () => {
    const { id, atPlatform } = await aConnection();
    atPlatform().access = "the platform forgot the old one";
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        withAccess(id, async (_app, { secrets }) => {
          if (secrets.access === atPlatform().access) return { ok: true, value: null };
          return { ok: false, error: { ...fault, kind: "reauthorize" } };
        }),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(signal.state.refreshes).toBe(1);
  });

  test("is left alone while it is not due", async () => {
    const { id } = await aConnection();
    expect(await use(id)).toMatchObject({ ok: true });
    expect(signal.state.refreshes).toBe(0);
  });

  test("is renewed before a check, and the page knows until when it is good", async () => {
    const { id, status } = await aConnection();
    await endIn(id, "-1 minute");
    expect(await checkConnection(id, "schedule")).toMatchObject({ status: "healthy" });
    expect(new Date((await status())?.accessExpiresAt ?? 0).getTime()).toBeGreaterThan(
      Date.now() + 50 * 60_000,
    );
  });

  test("is renewed before it is given back", async () => {
    const { acme, id } = await aConnection();
    await disconnect(acme.admin, id);
    await endIn(id, "-1 minute");
    await revoke(id, 0);
    expect(signal.state.refreshes).toBe(1);
    expect(await stored(id)).toBeUndefined();
  });
});

const fault = { sentence: "No.", nextStep: "Wait.", code: null, traceId: null, retryAfterSeconds: null };

describe("a renewal that fails", () => {
  test.each([500, 503, 429])("with %d throws nothing away and breaks nothing", async (status) => {
    const { id, status: connection } = await aConnection();
    await endIn(id, "2 minutes");
    const before = await stored(id);
    signal.state.next = [{ status }];

    expect(await use(id)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ ciphertext: before?.ciphertext, renewal_failures: 1 });
    expect((await connection())?.status).toBe("healthy");
    // Not at every call: the next try has its time.
    await use(id);
    expect(signal.state.next).toEqual([]);
    expect(signal.state.refreshes).toBe(0);
  });

  test("while the access has ended says so, changes no status, and works later", async () => {
    const { id, status } = await aConnection();
    await endIn(id, "-1 minute");
    await sql`update connection_credentials set refresh_expires_at = now() + interval '30 days' where connection_id = ${id}`;
    signal.state.next = [{ status: 503 }];

    expect(await checkConnection(id, "schedule")).toEqual({ status: "healthy", reason: null });
    expect(await use(id)).toMatchObject({ ok: false, error: { kind: "temporary" } });
    expect((await status())?.status).toBe("healthy");

    await sql`update connection_credentials set renewal_retry_at = now() - interval '1 second' where connection_id = ${id}`;
    expect(await use(id)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ renewal_failures: 0, renewal_error: null });
  });

  test("is tried again ever later, and never sooner than asked", async () => {
    const { id } = await aConnection();
    await endIn(id, "2 minutes");
    signal.state.next = [{ status: 503, headers: { "retry-after": "3600" } }];
    await renewAccess(id);

    const [job] = await sql`select run_at from graphile_worker.jobs where key = ${`connection.renew:${id}`}`;
    expect(job?.run_at.getTime()).toBeGreaterThan(Date.now() + 59 * 60_000);
  });

  test("for good breaks the connection with the platform's reason, in its history too", async () => {
    const { id, atPlatform, status } = await aConnection();
    atPlatform().isLive = false;
    await endIn(id, "-1 minute");
    await sql`update connection_credentials set refresh_expires_at = now() + interval '30 days' where connection_id = ${id}`;

    expect(await use(id)).toMatchObject({ ok: false, error: { kind: "reauthorize" } });
    expect(await status()).toMatchObject({
      status: "broken",
      statusReason: "Signal no longer accepts the access. Reconnect it.",
    });
    const checks =
      await sql`select status, cause from connection_checks where connection_id = ${id} order by checked_at`;
    expect(checks.at(-1)).toEqual({ status: "broken", cause: "error" });
  });

  test("until what renews it has ended too breaks the connection then", async () => {
    const { id, status } = await aConnection();
    await endIn(id, "-1 day");
    signal.state.next = [{ status: 503 }];
    await renewAccess(id);
    expect(await status()).toMatchObject({
      status: "broken",
      statusReason: expect.stringMatching(/has ended, and could not be renewed before/),
    });
  });

  test("does not break what was connected anew meanwhile", async () => {
    const { acme, id, atPlatform, status } = await aConnection();
    await endIn(id, "-1 minute");
    atPlatform().refresh = "another than the stored one";
    const account = { id: "", ...atPlatform() };
    await Promise.all([use(id), aSignalConnection(acme, account)]);
    expect((await checkConnection(id, "schedule"))?.status).toBe("healthy");
    expect((await status())?.status).toBe("healthy");
  });
});

describe("a process that dies in the middle of a renewal", () => {
  /** It dies when the platform has made new tokens and their answer is still on its way. */
  async function killedInTheMiddle(id: string): Promise<void> {
    const child = anotherProcess(id, 1);
    const gone = once(child, "exit");
    signal.state.beforeAnswer = async () => {
      signal.state.beforeAnswer = async () => {};
      child.kill("SIGKILL");
      await gone;
    };
    await gone;
  }

  test("leaves the connection broken with the true reason, where the platform kept nothing for it", async () => {
    const { id, status } = await aConnection();
    await endIn(id, "-1 minute");
    await killedInTheMiddle(id);

    expect(await checkConnection(id, "schedule")).toMatchObject({ status: "broken" });
    expect((await status())?.statusReason).toBe(
      "The answer of the last renewal was lost, and Signal no longer accepts the old access. Reconnect it.",
    );
  });

  test("is survived where the platform takes the old ones once more", async () => {
    const { id, atPlatform, status } = await aConnection();
    const { refresh } = atPlatform();
    await endIn(id, "-1 minute");
    await killedInTheMiddle(id);
    atPlatform().refresh = refresh;

    expect(await checkConnection(id, "schedule")).toMatchObject({ status: "healthy" });
    expect((await status())?.status).toBe("healthy");
    expect(await sql`select from private.renewal_marks where connection_id = ${id}`).toHaveLength(0);
  });
});

test("an answer that the database did not take at once is stored all the same", async () => {
  const { id, atPlatform } = await aConnection();
  await endIn(id, "-1 minute");
  await sql.unsafe(`
    create sequence refusals;
    create function refuse_once() returns trigger language plpgsql as
      'begin if nextval(''refusals'') = 1 then raise ''the disk is full''; end if; return new; end';
    create trigger refuse_once before update on connection_credentials for each row execute function refuse_once()`);
  expect(await use(id)).toEqual({ ok: true, value: atPlatform().access });
  expect(signal.state.refreshes).toBe(1);
});

test("access that has no renewal waiting is found and given one", async () => {
  const { id } = await aConnection();
  const jobs = () => sql`select run_at from graphile_worker.jobs where key = ${`connection.renew:${id}`}`;
  expect(await jobs()).toHaveLength(1);
  await sql`select graphile_worker.remove_job(${`connection.renew:${id}`})`;
  await renewDue();
  const drawn = await jobs();
  expect(drawn).toHaveLength(1);
  await renewDue();
  expect(await jobs()).toEqual(drawn);
});
