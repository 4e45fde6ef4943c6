"use client";

import { Toaster as Base } from "sonner";

/** Where toasts appear. It stands once, in the root layout; anyone calls `toast` from "sonner". */
export function Toaster() {
  return (
    <Base
      position="bottom-right"
      mobileOffset={{ bottom: "5rem" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-2.5 rounded-md border border-line bg-surface px-4 py-3 font-sans text-base text-ink shadow-popup",
          title: "font-medium",
          description: "text-muted",
          success: "[&_[data-icon]]:text-good",
          error: "[&_[data-icon]]:text-bad",
        },
      }}
    />
  );
}
