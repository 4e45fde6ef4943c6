import type { Answer, HealthLine, Subscription } from "../connect-contract.ts";
import { faultLine } from "../fault-line.ts";

type Words = { good: string; platform: string };

/** The line on whether events come, with the repair that brings them here. */
export function subscriptionLine(subscription: Answer<Subscription>, { good, platform }: Words): HealthLine {
  const line = { id: "webhook", title: "Events" };
  if (!subscription.ok) {
    const told = faultLine(line.id, line.title, subscription.error);
    // What is not set up is no outage: until someone sets it up, no event comes.
    return subscription.error.kind === "misconfigured"
      ? { ...told, verdict: "warn", repair: "subscription" }
      : told;
  }
  const { isComplete, missing, pointsElsewhere } = subscription.value;
  if (isComplete) return { ...line, verdict: "good", reason: good };
  const reason = pointsElsewhere
    ? `${platform} sends events to ${pointsElsewhere}, not here.`
    : `${platform} does not send us: ${missing.join(", ")}.`;
  return { ...line, verdict: "warn", reason, repair: "subscription" };
}
