/** Kinds of business, as stored and as people read them. */
export const businessTypes = {
  barbershop: "Barbershop",
  salon: "Beauty salon or spa",
  clinic: "Clinic or practice",
  fitness: "Fitness or sports",
  restaurant: "Restaurant or café",
  shop: "Shop",
  agency: "Agency",
  services: "Professional services",
  education: "School or courses",
  other: "Something else",
} as const;

export type BusinessType = keyof typeof businessTypes;
