"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";

// Loaded when first asked for: most visits never open it.
const Palette = dynamic(() => import("./palette.tsx").then((module) => module.Palette), { ssr: false });

type PaletteButtonProps = { slug: string; organizations: { slug: string; name: string }[] };

/** Opens the palette, as Ctrl-K and ⌘K do from anywhere. */
export function PaletteButton({ slug, organizations }: PaletteButtonProps) {
  const [state, setState] = useState<"never" | "open" | "closed">("never");

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setState((before) => (before === "open" ? "closed" : "open"));
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);

  return (
    <>
      <button
        type="button"
        onClick={() => setState("open")}
        className="flex min-h-9 w-full items-center gap-2.5 rounded-md border border-line px-2.5 text-muted transition-colors hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">Go to</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      {state !== "never" && (
        <Palette
          slug={slug}
          organizations={organizations}
          open={state === "open"}
          onOpenChange={(open) => setState(open ? "open" : "closed")}
        />
      )}
    </>
  );
}
