import { CircleCheck, Wand } from "lucide-react";
import { brandColors, contrast } from "#lib/organizations/brand-colors.ts";

type BrandPreviewProps = { name: string; primary: string; secondary: string };

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);
const ratio = (one: string, other: string) => contrast(one, other).toFixed(1);

/** What the colours become: a button in each theme, a report's cover, and whether they can be read. */
export function BrandPreview({ name, primary, secondary }: BrandPreviewProps) {
  if (!isColour(primary) || !isColour(secondary)) {
    return <p className="text-muted">A preview stands here once both are colours such as #2A3EB1.</p>;
  }
  const { light, onLight, dark, onDark } = brandColors(primary);
  const onCover = contrast("#ffffff", primary) >= 4.5 ? "#ffffff" : "#0f0f12";

  return (
    <div className="grid gap-4">
      <div aria-hidden className="grid gap-3 sm:grid-cols-3">
        <Surface label="Light" surface="#ffffff" ink="#18181b" button={light} onButton={onLight} />
        <Surface label="Dark" surface="#18181b" ink="#fafafa" button={dark} onButton={onDark} />
        <div
          className="flex flex-col justify-end overflow-hidden rounded-md border border-line"
          style={{ background: primary, color: onCover }}
        >
          <p className="truncate px-4 pt-8 font-semibold">{name}</p>
          <p className="px-4 pb-4 text-sm">A report's cover</p>
          <div className="h-1.5" style={{ background: secondary }} />
        </div>
      </div>
      <div role="status" className="grid gap-1.5 text-sm">
        <Verdict theme="light" chosen={primary} used={light} on="#ffffff" />
        <Verdict theme="dark" chosen={primary} used={dark} on="#18181b" />
      </div>
    </div>
  );
}

type SurfaceProps = { label: string; surface: string; ink: string; button: string; onButton: string };

function Surface({ label, surface, ink, button, onButton }: SurfaceProps) {
  return (
    <div className="grid gap-3 rounded-md border border-line p-4" style={{ background: surface, color: ink }}>
      <span className="text-sm">{label}</span>
      <span
        className="w-fit rounded-md px-3 py-1.5 font-medium"
        style={{ background: button, color: onButton }}
      >
        A button
      </span>
      <span className="w-fit font-medium underline underline-offset-2" style={{ color: button }}>
        A link
      </span>
    </div>
  );
}

type VerdictProps = { theme: string; chosen: string; used: string; on: string };

/** Whether text in the colour can be read there, and what is done where it cannot. */
function Verdict({ theme, chosen, used, on }: VerdictProps) {
  const isKept = chosen.toLowerCase() === used.toLowerCase();
  const Icon = isKept ? CircleCheck : Wand;

  return (
    <p className="flex items-start gap-2">
      <Icon
        aria-hidden
        className={isKept ? "mt-0.5 size-4 shrink-0 text-good" : "mt-0.5 size-4 shrink-0 text-warn"}
      />
      {isKept
        ? `Easy to read in the ${theme} theme: ${ratio(chosen, on)} to 1, where 4.5 is needed.`
        : `Hard to read in the ${theme} theme at ${ratio(chosen, on)} to 1, so ${used.toUpperCase()} is used there: ${ratio(used, on)} to 1.`}
    </p>
  );
}
