"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";

type RevealInputProps = Omit<ComponentProps<"input">, "type"> & {
  /** What it hides, for the button's name: “password”. */
  what: string;
};

/** One line that is masked until the person asks to see it. */
export function RevealInput({ what, className, ...input }: RevealInputProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;

  return (
    <span className="relative block">
      <Input
        {...input}
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        className={cn("pr-11", className)}
      />
      <button
        type="button"
        aria-label={`${shown ? "Hide" : "Show"} ${what}`}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-muted hover:text-ink pointer-coarse:w-11"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </span>
  );
}
