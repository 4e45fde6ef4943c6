import { createServerClient } from "@supabase/ssr";

type Options = { url: string; environment: NodeJS.ProcessEnv; email: string; password: string };

/** Signs in, and returns what opens pages one after another and says how many milliseconds each took to come whole. */
export async function signedInPages({ url, environment, email, password }: Options) {
  const jar = new Map<string, string>();
  const supabase = createServerClient(
    environment.NEXT_PUBLIC_SUPABASE_URL ?? "",
    environment.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "",
    {
      cookieOptions: { name: `trunkline-session-${new URL(url).port}` },
      cookies: {
        getAll: () => [...jar].map(([name, value]) => ({ name, value })),
        setAll: (changed) => {
          for (const { name, value } of changed) jar.set(name, value);
        },
      },
    },
  );
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  if (error) throw error;
  const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");

  return async (addresses: string[]): Promise<number[]> => {
    const took: number[] = [];
    for (const address of addresses) {
      const sent = performance.now();
      const response = await fetch(url + address, { headers: { cookie }, redirect: "manual" });
      await response.text();
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
      took.push(performance.now() - sent);
    }
    return took;
  };
}
