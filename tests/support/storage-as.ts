import { createClient } from "@supabase/supabase-js";
import { SignJWT } from "jose";

type Server = { url: string; jwtSecret: string };

/** Storage as this person reaches it: with a session as the auth server signs it, under the policies. */
export async function storageAs({ url, jwtSecret }: Server, { userId }: { userId: string }) {
  const token = await new SignJWT({ sub: userId, role: "authenticated" })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setAudience("authenticated")
    .setIssuedAt()
    .setExpirationTime("10 min")
    .sign(new TextEncoder().encode(jwtSecret));
  return createClient(url, process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "", {
    auth: { persistSession: false },
    accessToken: async () => token,
  }).storage;
}
