import { z } from "zod";
import { type BusinessType, businessTypes } from "./business-types.ts";
import { Slug } from "./slug.ts";
import { isTimeZone } from "./time-zones.ts";

const Name = z
  .string()
  .trim()
  .min(1, "Say what the business is called.")
  .max(120, "A name has at most 120 characters.");

const TimeZone = z.string().refine(isTimeZone, "Choose a time zone from the list.");

const BusinessTypeChoice = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z.enum(Object.keys(businessTypes) as [BusinessType], "Choose a kind of business from the list.").optional(),
);

/** What founding an organization takes. */
export const NewOrganization = z.object({
  name: Name,
  timeZone: TimeZone,
  businessType: BusinessTypeChoice,
});
export type NewOrganization = z.infer<typeof NewOrganization>;

/** What Settings → General changes. */
export const OrganizationChange = NewOrganization.extend({ slug: Slug });
export type OrganizationChange = z.infer<typeof OrganizationChange>;
