/**
 * What is chosen after a press on the box of `id`: it alone is turned over or, extending, everything between it and the
 * one pressed before becomes like it.
 */
export function selectRange(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  id: string,
  extendFrom: string | undefined,
): Set<string> {
  const next = new Set(chosen);
  const wanted = !chosen.has(id);
  const [here, there] = [ids.indexOf(id), extendFrom === undefined ? -1 : ids.indexOf(extendFrom)];
  const touched =
    here === -1 || there === -1 ? [id] : ids.slice(Math.min(here, there), Math.max(here, there) + 1);

  for (const each of touched) {
    if (wanted) next.add(each);
    else next.delete(each);
  }
  return next;
}
