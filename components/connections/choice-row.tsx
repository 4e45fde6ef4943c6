import { CircleAlert } from "lucide-react";
import { useId } from "react";
import { Badge } from "#components/ui/badge.tsx";
import type { Choice } from "#lib/connections/choices.ts";

/** One account to tick, with all that is to be known about it before. */
export function ChoiceRow({ choice, ticked }: { choice: Choice; ticked: boolean }) {
  const { obstacle, connected, limits } = choice;
  const id = useId();
  const blocked =
    connected === "elsewhere"
      ? {
          sentence: "Connected to another organization. It has to be disconnected there first.",
          askAgain: false,
        }
      : obstacle;
  const remarks = blocked ? [blocked] : limits;

  return (
    <div className="flex items-start gap-3 py-2.5">
      <input
        type="checkbox"
        id={id}
        name="accounts"
        value={choice.externalId}
        defaultChecked={ticked}
        disabled={blocked !== null}
        aria-describedby={remarks.length > 0 ? `${id}-remarks` : undefined}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <label
          htmlFor={id}
          className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1 pointer-coarse:min-h-11"
        >
          <span className="font-medium">{choice.displayName}</span>
          {choice.category && <span className="text-muted text-sm">{choice.category}</span>}
          {connected === "here" && <Badge tone="accent">Connected here: ticking renews it</Badge>}
        </label>
        {remarks.length > 0 && (
          <ul id={`${id}-remarks`} className="grid gap-0.5">
            {remarks.map(({ sentence, askAgain }) => (
              <li key={sentence} className="flex items-start gap-1.5 text-sm">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
                {sentence} {askAgain && "Open the window again to allow it."}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
