"use client";

import { useEffect } from "react";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Remembers this organization as the one to come back to. */
export function RememberOrganization({ cookie, slug }: { cookie: string; slug: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${cookie}=${slug}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  }, [cookie, slug]);
  return null;
}
