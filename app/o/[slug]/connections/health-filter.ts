import type { ChoiceLink } from "#components/ui/choice-links.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

/** The words a list of connections can be narrowed to, as the address and the person read them. */
const words = {
  healthy: "Healthy",
  needs_attention: "Needs attention",
  broken: "Broken",
  disconnected: "Disconnected",
} as const;

export type Health = keyof typeof words;

/** What the address asks for; undefined for all, and for anything that is no health. */
export function parseHealth(value: string | string[] | undefined): Health | undefined {
  return (Object.keys(words) as Health[]).find((health) => health === value);
}

/** The choices above the list, each with how many it would show. */
export function healthLinks(
  here: string,
  { live, disconnected, chosen }: { live: ConnectionSummary[]; disconnected: number; chosen?: Health },
): ChoiceLink[] {
  const count = (health: Health) =>
    health === "disconnected" ? disconnected : live.filter(({ status }) => status === health).length;

  return [
    { label: "All", count: live.length, href: here, current: chosen === undefined },
    ...(Object.keys(words) as Health[]).map((health) => ({
      label: words[health],
      count: count(health),
      href: `${here}?health=${health}`,
      current: chosen === health,
    })),
  ];
}

/** Why a narrowed list holds nothing. */
export function whyEmpty(chosen: Health, live: ConnectionSummary[]): { title: string; text: string } {
  const total = live.length;
  const others = total === 1 ? "The one connected account is" : `All ${total} connected accounts are`;

  switch (chosen) {
    case "broken":
      return {
        title: "Nothing is broken",
        text: total === 0 ? "No account is connected." : `${others} able to work.`,
      };
    case "needs_attention":
      return { title: "Nothing needs attention", text: "No account works with something missing." };
    case "disconnected":
      return {
        title: "Nothing was disconnected",
        text: "Accounts you disconnect stay here with their history.",
      };
    case "healthy":
      return {
        title: "No account is healthy",
        text:
          total === 0
            ? "No account is connected."
            : "Each connected account is being checked, needs attention or is broken. Show all to see what to do.",
      };
  }
}
