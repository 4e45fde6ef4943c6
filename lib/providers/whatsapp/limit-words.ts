const customers: Record<string, string> = {
  TIER_NOT_SET: "no limit is set yet",
  TIER_50: "50 customers a day",
  TIER_250: "250 customers a day",
  TIER_1K: "1,000 customers a day",
  TIER_2K: "2,000 customers a day",
  TIER_10K: "10,000 customers a day",
  TIER_100K: "100,000 customers a day",
  TIER_UNLIMITED: "any number of customers",
};

/** To how many customers a number may write first, in words; Meta's own word for a tier that is new. */
export function limitWords(tier: string): string {
  return (Object.hasOwn(customers, tier) ? customers[tier] : undefined) ?? tier;
}
