/** The cookie that remembers the person's choice on this device. */
export const themeCookie = "theme";

export type Theme = "system" | "light" | "dark";

/** The choice as remembered; whatever is not one of ours counts as following the system. */
export function parseTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
