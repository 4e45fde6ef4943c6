"use client";

import { Drawer as Base } from "@base-ui/react/drawer";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

type DrawerProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Beside the close button: copy link, previous, next. */
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A panel from the right that keeps the list it belongs to in sight. Esc, a press outside or a swipe closes it. */
export function Drawer({ open, onClose, title, description, actions, children, className }: DrawerProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} swipeDirection="right">
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 min-h-dvh bg-backdrop opacity-[calc(1-var(--drawer-swipe-progress))] transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 flex items-stretch justify-end">
          <Base.Popup
            className={cn(
              "h-full w-full max-w-2xl touch-auto overflow-y-auto overscroll-contain border-line border-l bg-surface text-ink shadow-popup outline-none sm:w-[calc(100vw-3rem)]",
              "[transform:translateX(var(--drawer-swipe-movement-x))] transition-transform duration-200 ease-out data-swiping:select-none data-swiping:duration-0",
              "data-ending-style:[transform:translateX(100%)] data-starting-style:[transform:translateX(100%)]",
              className,
            )}
          >
            <Base.Content className="min-h-full">
              <header className="sticky top-0 z-10 flex items-start justify-between gap-4 border-line border-b bg-surface px-4 py-3 sm:px-5">
                <div className="grid min-w-0 gap-0.5">
                  <Base.Title className="text-balance font-semibold text-lg">{title}</Base.Title>
                  {description && (
                    <Base.Description render={<div />} className="text-muted text-sm">
                      {description}
                    </Base.Description>
                  )}
                </div>
                <div className="flex items-center gap-1">
                  {actions}
                  <Base.Close
                    aria-label="Close"
                    className={buttonStyle({ variant: "quiet", size: "icon-small" })}
                  >
                    <X aria-hidden />
                  </Base.Close>
                </div>
              </header>
              <div className="px-4 py-4 sm:px-5">{children}</div>
            </Base.Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
