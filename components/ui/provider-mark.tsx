import type { IconType } from "react-icons";
import { SiFacebook, SiInstagram, SiMessenger, SiWhatsapp, SiZoom } from "react-icons/si";
import { TbBrandTwilio } from "react-icons/tb";
import { cn } from "./cn.ts";
import { lettersOf } from "./letters-of.ts";

/** Brand colours, and for dark surfaces the same ones lightened where the original would sink into them. */
const marks: Record<string, { Icon: IconType; name: string; color: string }> = {
  facebook: { Icon: SiFacebook, name: "Facebook", color: "light-dark(#0866ff, #4d92ff)" },
  messenger: { Icon: SiMessenger, name: "Messenger", color: "light-dark(#0866ff, #4d92ff)" },
  instagram: { Icon: SiInstagram, name: "Instagram", color: "light-dark(#d6246b, #ff5c93)" },
  whatsapp: { Icon: SiWhatsapp, name: "WhatsApp", color: "light-dark(#128c4b, #25d366)" },
  twilio_whatsapp: { Icon: TbBrandTwilio, name: "Twilio WhatsApp", color: "light-dark(#d31a36, #ff5a70)" },
  twilio: { Icon: TbBrandTwilio, name: "Twilio", color: "light-dark(#d31a36, #ff5a70)" },
  zoom: { Icon: SiZoom, name: "Zoom", color: "light-dark(#0b5cff, #5c94ff)" },
};

type ProviderMarkProps = {
  provider: string;
  size?: "small" | "medium" | "large";
  /** Set where the provider's name is not written beside the mark. */
  labelled?: boolean;
  className?: string;
};

const sizes = {
  small: "size-5 [&_svg]:size-3.5",
  medium: "size-8 [&_svg]:size-4.5",
  large: "size-11 [&_svg]:size-6",
};

/** A provider's mark in its own colour on neutral. One without a mark gets its first letters. */
export function ProviderMark({ provider, size = "medium", labelled, className }: ProviderMarkProps) {
  const mark = Object.hasOwn(marks, provider) ? marks[provider] : undefined;
  const name = labelled ? { role: "img", "aria-label": mark?.name ?? provider } : { "aria-hidden": true };

  return (
    <span
      {...name}
      style={{ color: mark?.color }}
      className={cn(
        "inline-grid shrink-0 place-items-center rounded-md",
        size !== "small" && "border border-line bg-surface",
        sizes[size],
        className,
      )}
    >
      {mark ? (
        <mark.Icon aria-hidden />
      ) : (
        <span
          aria-hidden
          className={cn("font-semibold text-muted", size === "small" ? "text-[0.625rem]" : "text-xs")}
        >
          {lettersOf(provider)}
        </span>
      )}
    </span>
  );
}
