/**
 * The browser of the current test, in place of `next/headers`: what it sends, and the cookies it keeps.
 * Use with `vi.mock("next/headers", () => import("#tests/support/browser.ts"))`.
 */
export const browser = {
  cookies: new Map<string, string>(),
  headers: new Headers(),
  /** A fresh one, at an address of its own. */
  renew(ip = `2001:db8::${crypto.randomUUID().slice(0, 4)}`) {
    browser.cookies.clear();
    browser.headers = new Headers({ "x-forwarded-for": ip, "user-agent": "Test" });
  },
};

type CookieOptions = { maxAge?: number };

const jar = {
  get: (name: string) => {
    const value = browser.cookies.get(name);
    return value === undefined ? undefined : { name, value };
  },
  getAll: () => [...browser.cookies].map(([name, value]) => ({ name, value })),
  set(name: string, value: string, { maxAge }: CookieOptions = {}) {
    if (maxAge === 0) browser.cookies.delete(name);
    else browser.cookies.set(name, value);
  },
};

export const cookies = async () => jar;
export const headers = async () => browser.headers;
