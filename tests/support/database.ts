import postgres from "postgres";

/**
 * This test file's own database, as the role `postgres`: beyond row-level security, for arranging and for looking.
 * What is tested goes through the app's `asUser` and `asSystem`.
 */
export const sql = postgres(process.env.DATABASE_URL ?? "", { max: 4, idle_timeout: 1, onnotice: () => {} });

/** A person as the auth server would have signed them up; the trigger gives them their profile. */
export async function aUser(
  email = `${crypto.randomUUID()}@example.com`,
): Promise<{ userId: string; email: string }> {
  const userId = crypto.randomUUID();
  await sql`
    insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
    values (${userId}, 'authenticated', 'authenticated', ${email}, now(), '{}', '{}', now(), now())`;
  return { userId, email };
}
