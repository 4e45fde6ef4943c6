import { env } from "./env.ts";

/** A setting of this installation by its name, for who must not read the environment itself; undefined when not set. */
export function setting(name: string): string | undefined {
  const settings: Readonly<Record<string, unknown>> = env;
  const value = settings[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
