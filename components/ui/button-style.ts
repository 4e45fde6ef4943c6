import { cva, type VariantProps } from "class-variance-authority";

export type ButtonLook = VariantProps<typeof buttonStyle>;

/** What a button and a link that looks like one share. On touch screens nothing is lower than 44 px. */
export const buttonStyle = cva(
  [
    "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium",
    "transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:cursor-not-allowed",
    "disabled:opacity-60 pointer-coarse:min-h-11 pointer-coarse:min-w-11 [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent text-on-accent hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))]",
        secondary: "border-line-strong/60 bg-surface text-ink hover:bg-sunken",
        quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
        danger: "border-bad/50 bg-surface text-bad hover:bg-bad-soft",
      },
      size: {
        small: "h-7 px-2.5 text-sm",
        medium: "h-9 px-3.5 text-base",
        icon: "size-9 p-0",
        "icon-small": "size-7 p-0",
      },
      wide: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);
