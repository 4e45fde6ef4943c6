import type { ReactNode } from "react";
import type { DaySeries } from "#components/charts/day-series.ts";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import type { Figure } from "#lib/analytics/figure.ts";
import { DayPanel } from "./day-panel.tsx";
import { caveats, figureWords, finding } from "./figure-words.ts";

type FigureCardProps = {
  figure: Figure;
  dates: string[];
  /** What the range is compared with: “28 days before”. */
  beforeWords: string;
  /** The accounts' names, by connection. */
  names: Record<string, string>;
  tools?: ReactNode;
};

/** One figure: what it says, its line over the days, and what has to be known to read it. */
export function FigureCard({ figure, dates, beforeWords, names, tools }: FigureCardProps) {
  const { name, means } = figureWords[figure.metric];
  const { accounts, beforeDays } = figure;
  const hasBefore = beforeDays.some((value) => value !== null);
  const series: DaySeries[] = [
    {
      key: "now",
      label: accounts.length > 1 ? "All accounts" : "These days",
      values: figure.days,
      look: "main",
    },
    ...(hasBefore
      ? [{ key: "before", label: beforeWords, values: beforeDays, look: "before" } as const]
      : []),
  ];

  return (
    <Card aria-label={name} className="flex flex-col">
      <CardHeader
        level={3}
        title={finding(name, figure.total, figure.change)}
        description={[means, ...caveats(figure)].join(" ")}
      />
      <CardBody className="mt-auto">
        <DayPanel
          label={name}
          dates={dates}
          series={series}
          columns={
            accounts.length > 1
              ? accounts.map(({ connectionId, days }) => ({
                  key: connectionId,
                  label: names[connectionId] ?? "An account",
                  values: days,
                }))
              : []
          }
          fromZero={figure.kind !== "level"}
          tools={tools}
        />
      </CardBody>
    </Card>
  );
}
