import { type Theme, themeCookie } from "#components/ui/theme.ts";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Shows the theme now and remembers it for the next page from the server. Runs in the browser. */
export function applyTheme(theme: Theme) {
  const { documentElement } = document;
  if (theme === "system") documentElement.removeAttribute("data-theme");
  else documentElement.setAttribute("data-theme", theme);

  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`;
}
