/** Who listens to what: members by key, without a trace of a key that no one listens to any more. */
export function gathering<Member>() {
  const members = new Map<string, Set<Member>>();

  function join(key: string, member: Member): () => void {
    const ours = members.get(key) ?? new Set();
    members.set(key, ours.add(member));
    return () => {
      ours.delete(member);
      if (ours.size === 0 && members.get(key) === ours) members.delete(key);
    };
  }

  // Copies, since whoever is told something may leave over it.
  const at = (key: string): Member[] => [...(members.get(key) ?? [])];
  const everyone = (): Member[] => [...members.values()].flatMap((some) => [...some]);
  return { join, at, everyone };
}
