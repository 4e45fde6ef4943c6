type Connected = { displayName: string; status: string };

const words: Record<string, string> = {
  needs_attention: "needs attention",
  broken: "is broken",
  checking: "is being checked",
};

/** Whether everything is connected, in one line: “4 of 5 channels healthy, Harbour Bakery needs attention”. */
export function healthLine(connections: Connected[]): string {
  if (connections.length === 0) return "No channel is connected yet.";

  const troubled = connections.filter((connection) => connection.status !== "healthy");
  const total = connections.length;
  const [first, ...others] = troubled;
  if (!first) return total === 1 ? "Your channel is healthy." : `All ${total} channels are healthy.`;

  const healthy = `${total - troubled.length} of ${total} ${total === 1 ? "channel" : "channels"} healthy`;
  const rest = others.length === 0 ? "" : `, and ${others.length} more`;
  return `${healthy}, ${first.displayName} ${words[first.status] ?? "is not healthy"}${rest}.`;
}
