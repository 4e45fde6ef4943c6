import type { Answer, HealthLine, Subscription } from "../connect-contract.ts";
import { subscriptionLine } from "../meta/subscription-line.ts";
import { fieldScopes, wantedFields } from "./webhook-fields.ts";

/** The line on whether events come. What only a permission holds back comes with it, and not by subscribing anew. */
export function eventsLine(subscription: Answer<Subscription>, granted: readonly string[]): HealthLine {
  const words = { good: "Instagram sends us what happens on the account.", platform: "Instagram" };
  const { repair, ...line } = subscriptionLine(subscription, words);
  return repair && !isHeldBack(subscription, granted) ? { ...line, repair } : line;
}

function isHeldBack(subscription: Answer<Subscription>, granted: readonly string[]): boolean {
  if (!subscription.ok || subscription.value.pointsElsewhere) return false;
  const { missing } = subscription.value;
  return wantedFields.every((field) => !missing.includes(field) || !granted.includes(fieldScopes[field]));
}
