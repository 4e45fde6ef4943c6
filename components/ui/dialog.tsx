"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it. Leave out and steer with `open` where something else does. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons, the main one last. Wrap the one that only closes in `DialogClose`. */
  footer?: ReactNode;
  className?: string;
};

/** Asks or shows one thing above the page. Focus goes in, stays, and returns where it came from. */
export function Dialog(props: DialogProps) {
  const { title, description, trigger, open, onOpenChange, children, footer, className } = props;

  return (
    <Base.Root open={open} onOpenChange={onOpenChange && ((next) => onOpenChange(next))}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            "fixed inset-x-0 bottom-0 max-h-[90dvh] overflow-y-auto overscroll-contain rounded-t-lg border border-line bg-surface text-ink shadow-popup outline-none",
            "transition-[opacity,transform] duration-150 data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0",
            "sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-w-lg sm:rounded-lg",
            className,
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="grid gap-1">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description && <Base.Description className="text-muted">{description}</Base.Description>}
            </div>
            <Base.Close
              aria-label="Close"
              className={cn(buttonStyle({ variant: "quiet", size: "icon-small" }), "-mt-0.5 -mr-2")}
            >
              <X aria-hidden />
            </Base.Close>
          </header>
          <div className="px-5 pt-3 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Turns the button it is given into one that closes the dialog. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
