/** The round value at which a chart's side ends, and the four below it that get a line: whole numbers, as counts are. */
export function scaleOf(
  values: readonly (number | null)[],
  fromZero = true,
): { low: number; high: number; marks: number[] } {
  const known = values.filter((value) => value !== null);
  const most = Math.max(1, ...known);
  const least = fromZero || known.length === 0 ? 0 : Math.min(...known);

  const step = roundStep((most - least) / 4);
  const low = Math.floor(least / step) * step;
  const high = Math.max(low + step, Math.ceil(most / step) * step);
  const marks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  return { low, high, marks };
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
  const factor =
    [1, 2, 2.5, 5, 10].find((each) => each * power >= wanted && Number.isInteger(each * power)) ?? 10;
  return Math.max(1, factor * power);
}

/** The stretches of days that are known, each by its first day: what lies between two is a gap. */
export function stretchesOf(days: readonly (number | null)[]): { start: number; values: number[] }[] {
  const stretches: { start: number; values: number[] }[] = [];
  let isOpen = false;
  for (const [index, value] of days.entries()) {
    if (value === null) isOpen = false;
    else if (isOpen) stretches.at(-1)?.values.push(value);
    else {
      stretches.push({ start: index, values: [value] });
      isOpen = true;
    }
  }
  return stretches;
}
