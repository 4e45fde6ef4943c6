"use client";

import { Search, X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";

type SearchBoxProps = {
  /** What is searched, as a label and as a hint in the empty box. */
  label: string;
  hint: string;
  /** The list's address. */
  here: string;
  /** What is searched for now. */
  words: string | undefined;
  /** Everything else that is filtered; a search is within it. */
  others: Record<string, string>;
};

/** Narrows a list by words. `/` comes here; a plain form, so that it works before JavaScript does. */
export function SearchBox({ label, hint, here, words, others }: SearchBoxProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const addressOf = (searched: string) => {
    const query = new URLSearchParams({ ...others, ...(searched && { q: searched }) }).toString();
    return (query ? `${here}?${query}` : here) as Route;
  };

  // Back must not leave the words of the page before in it.
  useEffect(() => {
    if (input.current) input.current.value = words ?? "";
  }, [words]);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (event.target instanceof HTMLElement && event.target.closest(typing)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    router.push(addressOf(input.current?.value.trim() ?? ""));
  }

  return (
    <search className="order-1 min-w-0 flex-1 sm:order-none sm:w-72 sm:flex-none">
      <form action={here} onSubmit={search} className="relative">
        {Object.entries(others).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          ref={input}
          name="q"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          defaultValue={words}
          aria-label={label}
          aria-keyshortcuts="/"
          placeholder={hint}
          className={cn("h-8 pl-8", words && "border-accent/50 bg-accent-soft pr-9")}
        />
        {words && (
          <Link
            href={addressOf("")}
            aria-label={`Remove the search for ${words}`}
            className={cn(
              buttonStyle({ variant: "quiet", size: "icon-small" }),
              "absolute top-1/2 right-0.5 -translate-y-1/2",
            )}
          >
            <X aria-hidden />
          </Link>
        )}
      </form>
    </search>
  );
}

const typing = "input, textarea, select, [contenteditable], [role=dialog]";
