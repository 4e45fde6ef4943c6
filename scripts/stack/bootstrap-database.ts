import postgres from "postgres";

/**
 * What a hosted Supabase project has before anyone's first migration: the roles, the database `postgres` owned by
 * the role `postgres` (which is no superuser there either), schemas, and who may enter them. Safe to run again.
 */
export async function bootstrapDatabase(adminUrl: string, postgresPassword: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    for (const [role, attributes] of Object.entries(roles)) {
      const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
      await sql.unsafe(`${existing ? "alter" : "create"} role ${role} ${attributes}`);
    }
    // Made of hexadecimal digits by secrets.ts: a role's password cannot be a bound parameter.
    if (!/^[0-9a-f]+$/.test(postgresPassword)) throw new Error("The database password must be hexadecimal.");
    await sql.unsafe(`alter role postgres password '${postgresPassword}'`);
    await sql.unsafe(grants);
  } finally {
    await sql.end();
  }
}

const roles = {
  anon: "nologin noinherit",
  authenticated: "nologin noinherit",
  service_role: "nologin noinherit bypassrls",
  authenticator: "login noinherit",
  postgres: "login nosuperuser createrole createdb replication bypassrls",
};

const grants = `
  grant anon, authenticated, service_role to authenticator;
  grant anon, authenticated, service_role to postgres with admin option;
  grant pg_monitor, pg_signal_backend, pg_read_all_data to postgres;
  alter role postgres set search_path = "$user", public, extensions;
  alter database postgres owner to postgres;
  create schema if not exists extensions authorization postgres;
  create schema if not exists auth authorization postgres;
  create schema if not exists storage authorization postgres;
  grant usage on schema public, extensions, auth, storage to anon, authenticated, service_role;
  -- Supabase Lite creates its storage tables as postgres and serves requests in the caller's role, under row-level
  -- security. Hosted Supabase gives the same on these two schemas and, more freely than we want to rely on, on
  -- public: our migrations state every grant there themselves.
  alter default privileges for role postgres in schema storage
    grant all on tables to anon, authenticated, service_role;
  alter default privileges for role postgres in schema public
    grant all on tables to service_role;
  alter default privileges for role postgres in schema public
    grant all on sequences to service_role;
`;
