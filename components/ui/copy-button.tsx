"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import type { ButtonLook } from "./button-style.ts";

type CopyButtonProps = ButtonLook & {
  text: string;
  /** What is copied, for people who hear the button: "Copy webhook address". */
  label: string;
  /** Show the label beside the icon. */
  labelled?: boolean;
};

/** Puts `text` on the clipboard and says so where it was pressed. */
export function CopyButton({ text, label, labelled, variant = "quiet", size, ...look }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  async function copy() {
    setOutcome(
      await navigator.clipboard.writeText(text).then(
        () => "copied" as const,
        () => "refused" as const,
      ),
    );
    setTimeout(() => setOutcome(null), 2000);
  }

  const said = { copied: "Copied", refused: "Copying is blocked" };

  return (
    <>
      <Button
        {...look}
        variant={variant}
        size={size ?? (labelled ? "small" : "icon-small")}
        aria-label={labelled ? undefined : label}
        title={label}
        onClick={copy}
      >
        {outcome === "copied" ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
        {labelled && (outcome ? said[outcome] : label)}
      </Button>
      <span role="status" className="sr-only">
        {outcome && said[outcome]}
      </span>
    </>
  );
}
