import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, expect, test } from "vitest";
import { saveBrand } from "#lib/brand/save-brand.ts";
import { saveLogo } from "#lib/brand/save-logo.ts";
import { findDeliverable } from "#lib/deliverables/find-deliverable.ts";
import { forgetFile } from "#lib/deliverables/forget-file.ts";
import { listDeliverables } from "#lib/deliverables/list-deliverables.ts";
import { openShare } from "#lib/deliverables/open-share.ts";
import { removeDeliverable } from "#lib/deliverables/remove-deliverable.ts";
import { revokeShare } from "#lib/deliverables/revoke-share.ts";
import { shareDeliverable } from "#lib/deliverables/share-deliverable.ts";
import { mailReport } from "#lib/reports/mail-report.ts";
import { makeReport } from "#lib/reports/make-report.ts";
import { reportPlace } from "#lib/reports/report-place.ts";
import { requestReport } from "#lib/reports/request-report.ts";
import { retryReport } from "#lib/reports/retry-report.ts";
import { saveSchedule } from "#lib/reports/save-schedule.ts";
import { startMonthly } from "#lib/reports/start-monthly.ts";
import { readFile, storeFile } from "#lib/storage/files.ts";
import { serviceStorage } from "#lib/storage/service-storage.ts";
import { aConnection } from "#tests/support/a-connection.ts";
import { aMailServer } from "#tests/support/a-mail-server.ts";
import { aPng } from "#tests/support/a-png.ts";
import { aStorageServer } from "#tests/support/a-storage-server.ts";
import { anOrganization, type Organization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { storageAs } from "#tests/support/storage-as.ts";

const mail = await aMailServer();
const server = await aStorageServer();
const october = { from: "2026-10-01", to: "2026-10-31" };

let acme: Organization;
let globex: Organization;
let connectionId: string;
/** Made by the first test, looked at by the others. */
let deliverableId: string;

beforeAll(async () => {
  [acme, globex] = await Promise.all([anOrganization("Harbour Bakery"), anOrganization("Globex")]);
  await sql`update organizations set time_zone = 'Europe/Rome' where id = ${acme.id}`;
  connectionId = (await aConnection(acme)).id;
  const stranger = (await aConnection(globex, { displayName: "Secret Page" })).id;
  await sql`
    insert into social_media_analytics (organization_id, connection_id, date, metric_type, metric_value, source_metric)
    select ${acme.id}, ${connectionId}, date '2026-10-01' + day, 'views', case when day < 0 then 10 else 20 end, 'views'
    from generate_series(-31, 30) day where day <> 3`;
  await sql`
    insert into social_media_analytics (organization_id, connection_id, date, metric_type, metric_value, source_metric)
    values (${globex.id}, ${stranger}, '2026-10-02', 'views', 999999, 'views')`;
  // The last belongs to November in Rome, though not in UTC.
  await sql`
    insert into social_media_content (organization_id, connection_id, platform_content_id, content_type, content_text, engagement_metrics, published_at, content_hash)
    values (${acme.id}, ${connectionId}, '1', 'post', 'Rye bread is back', '{"interactions": 12}', '2026-10-12T08:00:00Z', 'a'),
      (${acme.id}, ${connectionId}, '2', 'reel', 'How we bake', '{"interactions": 90}', '2026-10-31T22:59:00Z', 'b'),
      (${acme.id}, ${connectionId}, '3', 'post', 'November news', '{"interactions": 500}', '2026-10-31T23:30:00Z', 'c')`;
});

const asked = { ...october, clientName: "Rossi", title: "Autumn report", connectionIds: [] };

async function fileOf(deliverableId: string): Promise<Buffer | null> {
  const storage = serviceStorage();
  if (!storage) throw new Error("no storage");
  return readFile(storage, reportPlace(acme.id, deliverableId));
}

async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("a report tells this organization's figures, days and posts as its calendar has them, under its brand", async () => {
  const ours = await storageAs(server, acme.admin);
  expect(await saveBrand(acme.admin, { primaryColor: "#0A7F5A", secondaryColor: "#F2C94C" })).toMatchObject({
    ok: true,
  });
  expect(await saveLogo(acme.admin, ours, aPng())).toMatchObject({ ok: true });

  const requested = await requestReport(acme.member, asked);
  if (!requested.ok) throw new Error(requested.error);
  deliverableId = requested.value.deliverableId;
  await makeReport({ deliverableId, isMonthly: false });
  const found = await findDeliverable(acme.viewer, deliverableId);
  expect(found).toMatchObject({
    status: "ready",
    error: null,
    periodFrom: october.from,
    periodTo: october.to,
  });
  const pdf = await fileOf(deliverableId);
  expect(pdf?.length).toBe(found?.bytes);

  const text = await textOf(pdf ?? Buffer.alloc(0));
  // Of 31 days one is a gap: it is compared with no day of the period before.
  expect(text).toContain("Views 600 310 +100 % *");
  expect(text).toContain("Views: known for 30 of 31 days.");
  expect(text).toMatch(/How we bake .* 90 interactions .* Rye bread is back/);
  expect(text).not.toContain("November news");
  expect(text).not.toMatch(/999,999|Secret Page|Globex/);
  expect(text).toContain("For Rossi");
});

test("who may not write asks for nothing, and nobody reports on another organization's account", async () => {
  expect(await requestReport(acme.viewer, asked)).toEqual({ ok: false, error: "viewers-only-read" });
  expect(await requestReport(globex.owner, { ...asked, connectionIds: [connectionId] })).toEqual({
    ok: false,
    error: "unknown-account",
  });
});

test("the file is read by members of its organization and by nobody else", async () => {
  const place = reportPlace(acme.id, deliverableId);
  const [viewer, stranger] = await Promise.all([
    storageAs(server, acme.viewer),
    storageAs(server, globex.owner),
  ]);

  expect(await readFile(viewer, place)).not.toBeNull();
  expect(await readFile(stranger, place)).toBeNull();
  const taken = await fetch(`${server.url}/storage/v1/object/public/${place.bucket}/${place.path}`);
  expect(taken.ok).toBe(false);
});

test("a report that fails says so and is made again on request; its list shows only one's own", async () => {
  expect(await retryReport(acme.member, deliverableId)).toEqual({ ok: false, error: "not-failed" });

  await sql`update organizations set time_zone = 'Nowhere/Land' where id = ${acme.id}`;
  await expect(makeReport({ deliverableId, isMonthly: false })).rejects.toThrow();
  await sql`update organizations set time_zone = 'Europe/Rome' where id = ${acme.id}`;
  const failed = await findDeliverable(acme.viewer, deliverableId);
  expect(failed?.status).toBe("failed");
  expect(failed?.error).toContain("tried again by itself");

  expect(await retryReport(acme.member, deliverableId)).toMatchObject({ ok: true });
  const [job] =
    await sql`select count(*)::int as jobs from graphile_worker.jobs where key = ${`report.render:${deliverableId}`}`;
  expect(job?.jobs).toBe(1);
  await makeReport({ deliverableId, isMonthly: false });

  const { deliverables } = await listDeliverables(acme.viewer);
  expect(deliverables.find(({ id }) => id === deliverableId)).toMatchObject({ status: "ready", error: null });
  expect((await listDeliverables(globex.owner)).deliverables).toEqual([]);
});

test("a link opens one report, counts who opens it, and ends by time, by revoking and with the report", async () => {
  expect(await shareDeliverable(acme.viewer, { deliverableId, days: 7 })).toMatchObject({ ok: false });
  expect(await shareDeliverable(globex.owner, { deliverableId, days: 7 })).toEqual({
    ok: false,
    error: "not-ready",
  });
  const shared = await shareDeliverable(acme.member, { deliverableId, days: 7 });
  if (!shared.ok) throw new Error(shared.error);
  const token = shared.value.url.split("/d/")[1] ?? "";

  expect(await openShare(token, { isView: true })).toMatchObject({
    ok: true,
    value: { title: "Autumn report", organizationName: "Harbour Bakery", primaryColor: "#0A7F5A" },
  });
  await openShare(token, { isView: false });
  const [share] = (await findDeliverable(acme.viewer, deliverableId))?.shares ?? [];
  expect(share).toMatchObject({ views: 1, revokedAt: null });
  expect(JSON.stringify(await sql`select * from deliverable_shares`)).not.toContain(token);

  expect(await openShare("a".repeat(43), { isView: true })).toEqual({ ok: false, error: "unknown" });
  const later = new Date(Date.now() + 7 * 24 * 3_600_000 + 1_000);
  expect(await openShare(token, { isView: true }, later)).toEqual({ ok: false, error: "ended" });

  expect(await revokeShare(globex.owner, share?.id ?? "")).toEqual({ ok: false, error: "not-open" });
  expect(await revokeShare(acme.member, share?.id ?? "")).toMatchObject({ ok: true });
  expect(await openShare(token, { isView: true })).toEqual({ ok: false, error: "ended" });

  expect(await removeDeliverable(globex.owner, deliverableId)).toEqual({ ok: false, error: "not-there" });
  expect(await removeDeliverable(acme.member, deliverableId)).toMatchObject({ ok: true });
  expect(await openShare(token, { isView: true })).toEqual({ ok: false, error: "unknown" });
  await forgetFile({ organizationId: acme.id, deliverableId });
  expect(await fileOf(deliverableId)).toBeNull();
});

test("the monthly report is begun once, on the first of the month as the organization has it, and mailed to each", async () => {
  const recipients = ["client@example.com", "gone@example.com"];
  const schedule = { isOn: true, clientName: "Rossi", recipients };
  expect(await saveSchedule(acme.member, schedule)).toEqual({ ok: false, error: "admins-only" });
  expect(await saveSchedule(acme.admin, schedule)).toMatchObject({ ok: true });

  const monthly = () =>
    sql`select id, title, period_from::text, period_to::text from deliverables where user_id is null`;
  // Still October in Rome's morning is told by the clock there: 04:30 UTC is half past five.
  await startMonthly(new Date("2026-11-01T04:30:00Z"));
  expect(await monthly()).toHaveLength(0);
  await startMonthly(new Date("2026-11-05T09:00:00Z"));
  expect(await monthly()).toHaveLength(0);
  await Promise.all([
    startMonthly(new Date("2026-11-01T05:30:00Z")),
    startMonthly(new Date("2026-11-01T05:30:00Z")),
  ]);
  const made = await monthly();
  expect(made).toMatchObject([
    { title: "Report for October 2026", period_from: october.from, period_to: october.to },
  ]);

  const monthlyId = String(made[0]?.id);
  await makeReport({ deliverableId: monthlyId, isMonthly: true });
  const jobs =
    await sql`select key from graphile_worker.jobs where key like ${`report.mail:${monthlyId}:%`} order by key`;
  expect(jobs).toHaveLength(2);

  await saveSchedule(acme.admin, { ...schedule, recipients: ["client@example.com"] });
  await mailReport({ deliverableId: monthlyId, to: "gone@example.com" });
  expect(mail.mailTo("gone@example.com")).toEqual([]);

  mail.state.isFull = true;
  await expect(mailReport({ deliverableId: monthlyId, to: "client@example.com" })).rejects.toThrow();
  expect((await findDeliverable(acme.viewer, monthlyId))?.shares).toEqual([]);
  mail.state.isFull = false;
  await mailReport({ deliverableId: monthlyId, to: "client@example.com" });
  const [sent] = mail.mailTo("client@example.com");
  expect(sent?.subject).toBe("Harbour Bakery: Report for October 2026");
  const token = /\/d\/([\w-]+)/.exec(sent?.text ?? "")?.[1] ?? "";
  expect(await openShare(token, { isView: false })).toMatchObject({ ok: true });
});

test("a logo is a picture by its own bytes, replaces the one before, and is set by owners and admins", async () => {
  const [admin, member] = await Promise.all([storageAs(server, acme.admin), storageAs(server, acme.member)]);
  const logos = () =>
    sql`select name from storage.objects where bucket_id = 'logos' and name like ${`${acme.id}/%`}`;

  expect(await saveLogo(acme.member, member, aPng())).toEqual({ ok: false, error: "admins-only" });
  await expect(
    storeFile(member, { bucket: "logos", path: `${acme.id}/x.png` }, { bytes: aPng(), type: "image/png" }),
  ).rejects.toThrow();
  const script = Buffer.from("<svg onload='alert(1)'/>");
  expect(await saveLogo(acme.admin, admin, script)).toEqual({ ok: false, error: "not-a-picture" });

  expect(await saveLogo(acme.admin, admin, aPng({ width: 40 }))).toMatchObject({ ok: true });
  expect(await logos()).toHaveLength(1);
  expect(await saveLogo(acme.admin, admin, null)).toMatchObject({ ok: true });
  expect(await logos()).toHaveLength(0);
});
