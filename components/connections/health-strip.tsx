import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { HealthDay } from "#lib/connections/health-history.ts";

const looks = {
  healthy: { word: "Healthy", style: "bg-good" },
  needs_attention: { word: "Needs attention", style: "bg-warn" },
  broken: { word: "Broken", style: "bg-bad" },
  none: { word: "Not checked", style: "bg-idle-soft" },
};

const lookOf = (status: HealthDay["status"]) => looks[status ?? "none"];

const written = (day: string) =>
  new Intl.DateTimeFormat("en", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(day));

/** The last days at a glance, one cell each, oldest first; the days that were not well are also told in words. */
export function HealthStrip({ days }: { days: HealthDay[] }) {
  const troubled = days.filter(({ status }) => status === "broken" || status === "needs_attention");

  return (
    <Card aria-labelledby="history">
      <CardHeader
        id="history"
        title={`Last ${days.length} days`}
        description="The worst that was seen each day."
      />
      <CardBody className="grid gap-3">
        <div aria-hidden className="flex gap-0.5">
          {days.map(({ day, status, checks }) => (
            <span
              key={day}
              title={`${written(day)}: ${lookOf(status).word}${checks > 0 ? `, ${checks} checks` : ""}`}
              className={cn("h-8 min-w-0 flex-1 rounded-sm", lookOf(status).style)}
            />
          ))}
        </div>
        <div aria-hidden className="flex justify-between text-muted text-xs">
          <span>{days[0] && written(days[0].day)}</span>
          <span>Today</span>
        </div>
        <ul aria-label="Days of each kind" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {Object.entries(looks).map(([kind, { word, style }]) => (
            <li key={kind} className="flex items-center gap-1.5">
              <span aria-hidden className={cn("size-3 rounded-sm border border-line-strong/40", style)} />
              {word}
              <span className="tabular text-muted">
                {days.filter(({ status }) => (status ?? "none") === kind).length}
              </span>
            </li>
          ))}
        </ul>
        {troubled.length > 0 && (
          <details className="text-sm">
            <summary className="min-h-6 cursor-pointer text-muted hover:text-ink">
              Which days were not well
            </summary>
            <ul className="mt-2 grid gap-1">
              {troubled.toReversed().map(({ day, status }) => (
                <li key={day}>
                  {written(day)}: {lookOf(status).word}
                </li>
              ))}
            </ul>
          </details>
        )}
      </CardBody>
    </Card>
  );
}
