import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";

type TrailEntry = { id: string; actor: string | null; sentence: string; at: Date };

/** Who did what with a connection. */
export function ConnectionTrail({ entries }: { entries: TrailEntry[] }) {
  return (
    <Card aria-labelledby="trail">
      <CardHeader id="trail" title="Who did what" />
      <CardBody>
        <ul className="grid gap-2">
          {entries.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                <span className="font-medium">{entry.actor ?? "Trunkline"}</span> {entry.sentence}
              </span>
              <Time value={entry.at} className="text-muted text-sm" />
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
