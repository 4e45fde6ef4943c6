import { beforeEach, describe, expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { readAlertPreference } from "#lib/connections/read-alert-preference.ts";
import { saveAlertPreference } from "#lib/connections/save-alert-preference.ts";
import { handlers } from "#lib/jobs/handlers.ts";
import { type JobName, jobPayloads } from "#lib/jobs/payloads.ts";
import { aMailServer } from "#tests/support/a-mail-server.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aSignalConnection, signal } from "#tests/support/made-up/signal.ts";

const mail = await aMailServer();
beforeEach(() => {
  mail.state.isFull = false;
  mail.state.meanwhile = null;
});

/** Runs the jobs that write to people, and those they make, as the worker would. */
async function writeMails(): Promise<void> {
  for (;;) {
    const [job] = await sql`
      select j.id, j.task_identifier as name, p.payload from graphile_worker.jobs j
      join graphile_worker._private_jobs p using (id) where j.task_identifier like 'connection.alert%' limit 1`;
    if (!job) return;
    const name = job.name as JobName;
    await (handlers[name] as (payload: unknown) => Promise<void>)(jobPayloads[name].parse(job.payload));
    await sql`select graphile_worker.complete_jobs(array[${job.id}::bigint])`;
  }
}

async function connected(name = "Corner shop") {
  const acme = await anOrganization();
  const { account, id } = await aSignalConnection(acme, signal.anAccount(name));
  const atPlatform = signal.state.accounts.get(account.id);
  if (!atPlatform) throw new Error("the platform lost the account");
  const check = () => checkConnection(id, "schedule");
  const breakIt = () => {
    atPlatform.isLive = false;
    return check();
  };
  const mend = () => {
    atPlatform.isLive = true;
    return sql`update connection_credentials set renewal_retry_at = null where connection_id = ${id}`.then(
      check,
    );
  };
  return { acme, id, atPlatform, check, breakIt, mend };
}

describe("a connection that breaks", () => {
  test("is told to its owners and admins once, with the reason and the link, and to nobody else", async () => {
    const { acme, id, atPlatform, breakIt, check } = await connected();
    expect((await breakIt())?.status).toBe("broken");
    await check();
    await check();
    await writeMails();

    for (const { email } of [acme.owner, acme.admin]) {
      const [told, ...more] = mail.mailTo(email);
      expect(more).toEqual([]);
      expect(told?.subject).toBe("Corner shop stopped working");
      for (const words of [told?.text, told?.html]) {
        expect(words).toContain("Signal no longer accepts the access. Reconnect it.");
        expect(words).toContain(`http://localhost:3000/o/${acme.slug}/connections/${id}`);
        for (const secret of [atPlatform.access, atPlatform.refresh, atPlatform.key])
          expect(words).not.toContain(secret);
      }
    }
    for (const { email } of [acme.member, acme.viewer]) expect(mail.mailTo(email)).toEqual([]);
  });

  test("and works again is told once more, and the next break anew", async () => {
    const { acme, breakIt, mend, check } = await connected();
    await breakIt();
    await writeMails();
    expect((await mend())?.status).toBe("healthy");
    await check();
    await writeMails();
    await breakIt();
    await writeMails();

    expect(mail.mailTo(acme.owner.email).map(({ subject }) => subject)).toEqual([
      "Corner shop stopped working",
      "Corner shop works again",
      "Corner shop stopped working",
    ]);
  });

  test("and is mended before anyone was written to is not told at all", async () => {
    const { acme, breakIt, mend } = await connected();
    await breakIt();
    await mend();
    await writeMails();
    expect(mail.mailTo(acme.owner.email)).toEqual([]);
  });

  test("is told later where the mail server took nothing at first", async () => {
    const { acme, breakIt } = await connected();
    await breakIt();
    mail.state.isFull = true;
    await expect(writeMails()).rejects.toThrow();
    mail.state.isFull = false;
    await writeMails();
    expect(mail.mailTo(acme.owner.email)).toHaveLength(1);
  });

  test("whose mail the server never took, and that works again, is not told as over", async () => {
    const { acme, breakIt, mend } = await connected();
    await breakIt();
    mail.state.isFull = true;
    await expect(writeMails()).rejects.toThrow();
    mail.state.isFull = false;
    await mend();
    await writeMails();
    expect(mail.mailTo(acme.owner.email)).toEqual([]);
  });

  test("with a name full of markup keeps it as text", async () => {
    const { acme, breakIt } = await connected("<b>Ana's</b> & Sons");
    await breakIt();
    await writeMails();
    const [told] = mail.mailTo(acme.owner.email);
    expect(told?.subject).toBe("<b>Ana's</b> & Sons stopped working");
    expect(told?.html).toContain("&lt;b&gt;Ana&#39;s&lt;/b&gt; &amp; Sons");
  });
});

describe("a process that dies", () => {
  const broken = async () => {
    const { acme, id, breakIt, mend } = await connected();
    await saveAlertPreference(acme.admin, false);
    await breakIt();
    const alerts = () =>
      sql`select sent_at is not null as sent, well_sent_at is not null as well from connection_alerts where connection_id = ${id}`;
    return { id, owner: acme.owner.email, mend, alerts };
  };
  test("before a mail has left still has it sent, and nothing is held locked while the mail server takes it", async () => {
    const { owner, alerts } = await broken();
    let meanwhile: unknown[] = [];
    mail.state.meanwhile = async () => {
      meanwhile = await alerts();
    };
    await writeMails();
    // Seen from another connection: the intention was kept before the mail left, so whoever comes after knows of it.
    expect(meanwhile).toEqual([{ sent: false, well: false }]);
    expect(await alerts()).toEqual([{ sent: true, well: false }]);
    expect(mail.mailTo(owner)).toHaveLength(1);
  });

  test("after a mail has left has it sent once more, under the same id, and then never again", async () => {
    const { id, owner, alerts, mend } = await broken();
    const jobs =
      await sql`select payload from graphile_worker._private_jobs where payload ->> 'connectionId' = ${id}`;
    await writeMails();
    await sql`update connection_alerts set sent_at = null where connection_id = ${id}`;
    const again = async () => {
      for (const { payload } of jobs.filter((job) => job.payload.brokenSince))
        await handlers["connection.alert"](jobPayloads["connection.alert"].parse(payload));
      await writeMails();
    };
    await again();
    await again();

    expect(await alerts()).toEqual([{ sent: true, well: false }]);
    const copies = mail.mailTo(owner).map(({ id: mailId }) => mailId);
    expect(copies).toHaveLength(2);
    expect(new Set(copies).size).toBe(1);
    expect(copies[0]).toMatch(/^<connection-broken\.\S+@localhost>$/);

    await mend();
    await writeMails();
    expect(await alerts()).toEqual([{ sent: true, well: true }]);
    expect(mail.mailTo(owner)).toHaveLength(3);
  });

  test("before it noted that a mail has left leaves nobody with a break that is over", async () => {
    const { id, owner, mend } = await broken();
    await writeMails();
    await sql`update connection_alerts set sent_at = null where connection_id = ${id}`;
    await mend();
    await writeMails();
    expect(mail.mailTo(owner).map(({ subject }) => subject)).toEqual([
      "Corner shop stopped working",
      "Corner shop works again",
    ]);
  });
});

describe("who is written to", () => {
  test("is for each person to say, and for nobody else", async () => {
    const { acme, breakIt } = await connected();
    expect(await readAlertPreference(acme.admin)).toBe(true);
    await saveAlertPreference(acme.admin, false);
    expect([await readAlertPreference(acme.admin), await readAlertPreference(acme.owner)]).toEqual([
      false,
      true,
    ]);

    await breakIt();
    await writeMails();
    expect(mail.mailTo(acme.admin.email)).toEqual([]);
    expect(mail.mailTo(acme.owner.email)).toHaveLength(1);

    await saveAlertPreference(acme.admin, true);
    expect(await readAlertPreference(acme.admin)).toBe(true);
  });

  test("is said for one organization alone", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization("Globex")]);
    await saveAlertPreference({ ...acme.owner, organizationId: globex.id }, false);
    expect(await readAlertPreference(globex.owner)).toBe(true);
    expect(await readAlertPreference(acme.owner)).toBe(true);
  });
});
