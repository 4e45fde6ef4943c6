/** How much of the quota is spent, in percent, and how long a pause Meta asks for. Null: not said. */
export type Usage = { percent: number | null; regainMinutes: number | null };

const headerNames = ["x-app-usage", "x-page-usage", "x-business-use-case-usage"];
const percentNames = new Set(["call_count", "total_time", "total_cputime"]);

/**
 * Reads the usage headers of a Graph answer: the highest figure counts. They come only under load and are not always
 * JSON; whatever they hold, this answers and never throws.
 */
export function readUsage(headers: Headers): Usage {
  const usage: Usage = { percent: null, regainMinutes: null };

  for (const name of headerNames) gather(parsed(headers.get(name)), usage, 0);
  return usage;
}

function gather(value: unknown, usage: Usage, depth: number): void {
  if (typeof value !== "object" || value === null || depth > 4) return;

  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== "number") gather(inner, usage, depth + 1);
    else if (percentNames.has(name)) usage.percent = Math.max(usage.percent ?? 0, inner);
    else if (name === "estimated_time_to_regain_access")
      usage.regainMinutes = Math.max(usage.regainMinutes ?? 0, inner);
  }
}

function parsed(header: string | null): unknown {
  try {
    return JSON.parse(header ?? "null");
  } catch {
    return null;
  }
}
