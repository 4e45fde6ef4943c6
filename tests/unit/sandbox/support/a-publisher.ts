import { aSandbox } from "./a-sandbox.ts";

export const dayMs = 86_400_000;

type Point = { value: number | Record<string, number>; end_time: string };
type Series = { name: string; values: Point[] };

/** A sandbox, and what it says in truth of an account's last days. */
export async function aPublisher() {
  const sandbox = await aSandbox();

  async function truth(account: string, { days = 90, timeZone = "UTC" } = {}) {
    const { now } = await sandbox.control("clock", { advanceMs: 0 });
    const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const query = new URLSearchParams({ account, from: date(now - days * dayMs), to: date(now), timeZone });
    return (await fetch(`${sandbox.url}/control/content?${query}`)).json();
  }

  return { ...sandbox, truth };
}

/** Insights as `{ metric: { endTime: value } }`, with what is told in parts added up. */
export function byEndTime(data: Series[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    data.map(({ name, values }) => [
      name,
      Object.fromEntries(values.map(({ value, end_time }) => [end_time, total(value)])),
    ]),
  );
}

function total(value: Point["value"]): number {
  return typeof value === "number" ? value : Object.values(value).reduce((sum, part) => sum + part, 0);
}
