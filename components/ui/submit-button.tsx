"use client";

import { LoaderCircle } from "lucide-react";
import { type ComponentProps, use } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";
import type { ButtonLook } from "./button-style.ts";
import { FormPending } from "./form-pending.ts";

type SubmitButtonProps = ComponentProps<"button"> & ButtonLook & { pendingLabel?: string };

/** Sends its form once: while the answer is awaited it says so, keeps the focus, and ignores further presses. */
export function SubmitButton({ children, pendingLabel, variant = "primary", ...props }: SubmitButtonProps) {
  const plain = useFormStatus().pending;
  const pending = use(FormPending) || plain;

  return (
    <Button
      {...props}
      type="submit"
      variant={variant}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : props.onClick?.(event))}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}
