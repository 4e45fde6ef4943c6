import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as postDeletion } from "#app/api/meta/data-deletion/route.ts";
import { POST as postDeauthorize } from "#app/api/meta/deauthorize/route.ts";
import { deleteUserData } from "#lib/connections/delete-user-data.ts";
import { findDeletion } from "#lib/connections/find-deletion.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { connectedPages } from "#tests/support/a-facebook-connection.ts";
import { anAttempt } from "#tests/support/an-attempt.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson } from "#tests/support/sandbox.ts";

const nowSeconds = () => Math.floor(Date.now() / 1000);

function signedRequest(payload: object, secret = process.env.META_APP_SECRET ?? ""): string {
  const encoded = Buffer.from(JSON.stringify({ algorithm: "HMAC-SHA256", ...payload })).toString("base64url");
  return `${createHmac("sha256", secret).update(encoded).digest("base64url")}.${encoded}`;
}

const asForm = (fields: Record<string, string>) =>
  new Request("https://ours.example/", { method: "POST", body: new URLSearchParams(fields) });
const callback = (userId: string, issuedAt = nowSeconds() + 1) =>
  asForm({ signed_request: signedRequest({ user_id: userId, issued_at: issuedAt }) });

const credentials = async (connectionId: string) =>
  (await sql`select 1 from connection_credentials where connection_id = ${connectionId}`).length;

describe("a person who removes the app at Meta", () => {
  test("leaves every connection their grant backs broken, with the reason, and no token behind", async () => {
    const [acme, globex] = await Promise.all([anOrganization(), anOrganization()]);
    const person = await aFacebookPerson(["A", "B"]);
    const [a = "", b = ""] = person.pageIds;
    const [here = ""] = (await connectedPages(acme, person, [a])).connectionIds;
    const [there = ""] = (await connectedPages(globex, person, [b])).connectionIds;
    const [bystander = ""] = (await connectedPages(acme)).connectionIds;

    expect((await postDeauthorize(callback(person.personId))).status).toBe(200);

    const broken = { status: "broken", statusReason: expect.stringMatching(/removed this app/) };
    expect(await findConnection(acme.viewer, here)).toMatchObject(broken);
    expect(await findConnection(globex.viewer, there)).toMatchObject(broken);
    expect(await Promise.all([here, there].map(credentials))).toEqual([0, 0]);
    expect(await findConnection(acme.viewer, bystander)).toMatchObject({ status: "healthy" });
    expect(await credentials(bystander)).toBe(1);
    expect(
      await sql`select organization_id, actor_id from audit_events where action = 'connection.grant_withdrawn' and target_id = ${here}`,
    ).toEqual([{ organization_id: acme.id, actor_id: null }]);
  });

  test("may be told of twice", async () => {
    const acme = await anOrganization();
    const { personId, connectionIds } = await connectedPages(acme);
    const [id = ""] = connectionIds;
    await postDeauthorize(callback(personId));
    const first = await findConnection(acme.viewer, id);

    expect((await postDeauthorize(callback(personId))).status).toBe(200);
    expect(await findConnection(acme.viewer, id)).toEqual(first);
  });

  test("and connects again keeps the new connection when the old news comes late", async () => {
    const acme = await anOrganization();
    const person = await aFacebookPerson(["A"]);
    const [id = ""] = (await connectedPages(acme, person)).connectionIds;

    expect((await postDeauthorize(callback(person.personId, nowSeconds() - 60))).status).toBe(200);
    expect(await findConnection(acme.viewer, id)).toMatchObject({ status: "healthy" });
    expect(await credentials(id)).toBe(1);
  });

  test("whom we do not know is nothing to complain about", async () => {
    expect((await postDeauthorize(callback("999"))).status).toBe(200);
  });
});

describe("what is not signed by Meta changes nothing", () => {
  test.each([
    ["nothing", {}],
    ["no signed request", { something: "else" }],
    ["no text", { signed_request: "" }],
    ["no payload", { signed_request: "abc" }],
    ["another app's signature", { signed_request: signedRequest({ user_id: "1" }, "x".repeat(32)) }],
    ["no person", { signed_request: signedRequest({}) }],
    ["a body beyond all measure", { signed_request: "a".repeat(100_000) }],
  ])("%s", async (_, fields) => {
    expect((await postDeauthorize(asForm(fields as Record<string, string>))).status).toBe(400);
    expect((await postDeletion(asForm(fields as Record<string, string>))).status).toBe(400);
  });

  test("so a connection stays as it was", async () => {
    const acme = await anOrganization();
    const { personId, connectionIds } = await connectedPages(acme);
    const forged = signedRequest({ user_id: personId, issued_at: nowSeconds() }, "x".repeat(32));

    expect((await postDeauthorize(asForm({ signed_request: forged }))).status).toBe(400);
    expect(await findConnection(acme.viewer, connectionIds[0] ?? "")).toMatchObject({ status: "healthy" });
  });
});

describe("a person who asks Meta to have their data deleted", () => {
  async function request(userId: string) {
    const response = await postDeletion(callback(userId));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    return (await response.json()) as { url: string; confirmation_code: string };
  }
  const job = async (code: string) => {
    const [row] = await sql`
      select p.payload from graphile_worker._private_jobs p where p.payload ->> 'code' = ${code}`;
    return row?.payload;
  };

  test("gets a code and an address that shows how far it is, without signing in", async () => {
    const { url, confirmation_code: code } = await request("218471");

    expect(code).toMatch(/^[0-9a-z]+$/);
    expect(url).toBe(`${process.env.APP_URL}/deletion/${code}`);
    expect(await findDeletion(code)).toMatchObject({ status: "pending", completedAt: null });

    await deleteUserData(await job(code));
    expect(await findDeletion(code)).toMatchObject({ status: "completed", completedAt: expect.any(Date) });
    expect(await findDeletion("made-up")).toBeUndefined();
  });

  test("leaves no id and no token behind, and no grant that waited for a choice", async () => {
    const acme = await anOrganization();
    const person = await aFacebookPerson(["A", "B"]);
    const [id = ""] = (await connectedPages(acme, person, person.pageIds.slice(0, 1))).connectionIds;
    const waiting = await anAttempt(acme.admin, person.personId, { pageIds: person.pageIds });
    const other = await aFacebookPerson(["C"]);
    const others = await anAttempt(acme.admin, other.personId, { pageIds: other.pageIds });

    const { confirmation_code: code } = await request(person.personId);
    await deleteUserData(await job(code));
    await deleteUserData(await job(code));

    expect(await credentials(id)).toBe(0);
    const [row] = await sql`select * from connections where id = ${id}`;
    expect(row).toMatchObject({ status: "broken", authorized_by_external_id: null });
    expect(JSON.stringify(row)).not.toContain(person.personId);
    const grants = await sql`
      select id, grant_ciphertext is not null as kept from oauth_sessions
      where id in (${waiting.attemptId}, ${others.attemptId})`;
    expect(Object.fromEntries(grants.map(({ id, kept }) => [id, kept]))).toEqual({
      [waiting.attemptId]: false,
      [others.attemptId]: true,
    });
    const [ticket] = await sql`select * from data_deletion_requests where code = ${code}`;
    expect(JSON.stringify(ticket)).not.toContain(person.personId);
  });
});
