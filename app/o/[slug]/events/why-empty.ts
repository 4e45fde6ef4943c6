import type { WhyEmpty } from "#components/events/no-events.tsx";
import type { ConnectionSummary } from "#lib/connections/queries.ts";

/** Why the event log holds nothing at all, and the one thing that changes it. */
export function whyEmpty(slug: string, connections: ConnectionSummary[]): WhyEmpty {
  const home = `/o/${slug}/connections`;
  if (connections.length === 0) {
    return {
      text: "Messages, comments and everything else your channels tell appear here the moment they arrive. Connect one to begin.",
      action: { label: "Connect a channel", href: home },
    };
  }

  const broken = connections.find(({ status }) => status === "broken");
  if (broken && connections.every(({ status }) => status === "broken")) {
    return {
      text: `Nothing can arrive: ${broken.displayName} is broken. ${broken.statusReason ?? ""}`.trim(),
      action: { label: "See what mends it", href: `${home}/${broken.id}` },
    };
  }
  return {
    text: "Your channels are connected, and nothing has come from them yet. The first event appears here by itself.",
    action: { label: "See how they are", href: home },
  };
}
