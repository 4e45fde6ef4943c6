import { ChevronDown, CircleCheck } from "lucide-react";
import type { LatestCheck } from "#lib/connections/queries.ts";
import { ChecklistLine } from "./checklist-line.tsx";

/** The permissions that are as they should be, as one line that opens. */
export function AllowedPermissions({ lines }: { lines: LatestCheck["lines"] }) {
  return (
    <li>
      <details className="group">
        <summary className="flex min-h-6 cursor-pointer list-none items-center gap-2.5 rounded-sm font-medium [&::-webkit-details-marker]:hidden">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
          {lines.length} permissions are allowed
          <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
        </summary>
        <ul className="mt-2.5 grid gap-2.5 pl-6.5">
          {lines.map((line) => (
            <ChecklistLine key={line.id} {...line} />
          ))}
        </ul>
      </details>
    </li>
  );
}
