import { describe, expect, test } from "vitest";
import { checkConnection } from "#lib/connections/check-connection.ts";
import { connectAccounts } from "#lib/connections/connect-accounts.ts";
import { rotateKeys } from "#lib/connections/rotate-keys.ts";
import { vault } from "#lib/crypto/vault.ts";
import { connectedPages } from "#tests/support/a-facebook-connection.ts";
import { aDialog, anAttempt } from "#tests/support/an-attempt.ts";
import { anOrganization } from "#tests/support/an-organization.ts";
import { sql } from "#tests/support/database.ts";
import { aFacebookPerson } from "#tests/support/sandbox.ts";

const key = (kid: string, fill: number) => ({ kid, key: Buffer.alloc(32, fill) });
const [newest, older, lost] = [key("newest", 2), key("older", 1), key("lost", 9)];
// Read by the app on first use, which is inside the tests.
process.env.TOKEN_ENCRYPTION_KEYS = [newest, older]
  .map(({ kid, key }) => `${kid}:${key.toString("base64")}`)
  .join(",");

async function aSealedPage() {
  const [id = ""] = (await connectedPages(await anOrganization())).connectionIds;
  return id;
}

async function stored(id: string) {
  const [row] = await sql`select ciphertext, key_id from connection_credentials where connection_id = ${id}`;
  return { ciphertext: String(row?.ciphertext), keyId: String(row?.key_id) };
}

/** As if it had been stored when that key was the newest. */
async function sealUnder(formerly: typeof newest, id: string) {
  const opened = await vault([newest]).open((await stored(id)).ciphertext, `connection:${id}`);
  if (!opened.ok) throw new Error(opened.error);
  const { ciphertext, keyId } = await vault([formerly]).seal(opened.value, `connection:${id}`);
  await sql`update connection_credentials set ciphertext = ${ciphertext}, key_id = ${keyId} where connection_id = ${id}`;
}

describe("rotating keys", () => {
  test("seals everything under the newest key, after which the old one is no longer needed", async () => {
    const id = await aSealedPage();
    await sealUnder(older, id);
    expect((await checkConnection(id, "person"))?.status).toBe("healthy");

    expect(await rotateKeys()).toEqual({ rotated: 1, unreadable: 0 });
    const { ciphertext, keyId } = await stored(id);
    expect(keyId).toBe("newest");
    expect((await vault([newest]).open(ciphertext, `connection:${id}`)).ok).toBe(true);
    expect((await checkConnection(id, "person"))?.status).toBe("healthy");
    expect(await rotateKeys()).toEqual({ rotated: 0, unreadable: 0 });
  });

  test("counts what no key opens, and leaves it for the day the key is found", async () => {
    const id = await aSealedPage();
    await sealUnder(lost, id);
    const before = await stored(id);

    expect(await rotateKeys()).toEqual({ rotated: 0, unreadable: 1 });
    expect(await stored(id)).toEqual(before);
    expect(await checkConnection(id, "person")).toMatchObject({
      status: "broken",
      reason: expect.stringMatching(/TOKEN_ENCRYPTION_KEYS/),
    });
    await sql`delete from connection_credentials where connection_id = ${id}`;
  });

  test("covers what open attempts to connect hold, and forgets what lapsed ones held", async () => {
    const acme = await anOrganization();
    const { personId, pageIds } = await aFacebookPerson(["A"]);
    const { attemptId } = await anAttempt(acme.admin, personId, { pageIds });
    const { attemptId: lapsed } = await anAttempt(acme.admin, personId, { pageIds });
    const grant = async (id: string) => {
      const [row] = await sql`select * from oauth_sessions where id = ${id}`;
      return row?.grant_ciphertext;
    };
    for (const id of [attemptId, lapsed]) {
      const opened = await vault([newest]).open(await grant(id), `oauth-session:${id}`);
      if (!opened.ok) throw new Error(opened.error);
      const { ciphertext } = await vault([older]).seal(opened.value, `oauth-session:${id}`);
      const verifier = await vault([older]).seal("verifier", `oauth-session:${id}`);
      await sql`
        update oauth_sessions set grant_ciphertext = ${ciphertext}, verifier_ciphertext = ${verifier.ciphertext}
        where id = ${id}`;
    }
    await sql`update oauth_sessions set expires_at = now() - interval '1 minute' where id = ${lapsed}`;

    expect(await rotateKeys()).toEqual({ rotated: 2, unreadable: 0 });
    expect((await vault([newest]).open(await grant(attemptId), `oauth-session:${attemptId}`)).ok).toBe(true);
    expect(await grant(lapsed)).toBeNull();
    expect(await connectAccounts(acme.admin, attemptId, pageIds)).toMatchObject({
      value: [{ state: "connected" }],
    });
    expect(await rotateKeys()).toEqual({ rotated: 0, unreadable: 0 });
  });

  test("counts an attempt no key opens", async () => {
    const acme = await anOrganization();
    await aDialog(acme.admin);
    const { ciphertext } = await vault([lost]).seal("verifier", "oauth-session:x");
    await sql`update oauth_sessions set verifier_ciphertext = ${ciphertext} where organization_id = ${acme.id}`;

    expect(await rotateKeys()).toEqual({ rotated: 0, unreadable: 1 });
    await sql`delete from oauth_sessions where organization_id = ${acme.id}`;
  });

  test("goes a batch at a time, and a second run does what an interrupted one left", async () => {
    const acme = await anOrganization();
    const ids = Array.from({ length: 250 }, () => crypto.randomUUID());
    for (const id of ids) {
      const { ciphertext, keyId } = await vault([older]).seal({ pageToken: "EAA" }, `connection:${id}`);
      await sql`
        with made as (
          insert into connections (id, organization_id, provider, external_id, display_name)
          values (${id}, ${acme.id}, 'facebook', ${id}, 'Many') returning id)
        insert into connection_credentials (connection_id, ciphertext, key_id) select id, ${ciphertext}, ${keyId} from made`;
    }

    const interrupted = rotateKeys(({ rotated }) => {
      if (rotated === 200) throw new Error("interrupted");
    });
    await expect(interrupted).rejects.toThrow("interrupted");
    expect(await rotateKeys()).toEqual({ rotated: 50, unreadable: 0 });
  });
});
