/** The demo organization's owner. Exists only while the built-in sandbox stands in for the platforms. */
export const demoAccount = {
  email: "demo@trunkline.example",
  password: "demo-barbershop",
  name: "Dana Whitfield",
} as const;

export const demoOrganization = { name: "Fade & Co. Barbershop", slug: "fade-and-co" } as const;
