import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import { RefusedChart } from "./refused-chart.tsx";
import { RefusedCounts } from "./refused-counts.tsx";
import { type RefusedSample, RefusedSamples } from "./refused-samples.tsx";

type RefusedCauseProps = {
  title: string;
  /** Who posts to the address it came to. */
  senderName: string;
  remedy: string;
  total: number;
  mostInAMinute: number;
  lastAt: Date;
  bars: number[];
  samples: RefusedSample[];
  from: Date;
  barMinutes: number;
};

/** One cause of refusals at one address: how many and when, what to do about it, and a few to look at. */
export function RefusedCause(props: RefusedCauseProps) {
  const { title, senderName, remedy, total, mostInAMinute, lastAt, bars, samples, from, barMinutes } = props;
  const name = `${title}, at the address for ${senderName}`;

  return (
    <Card aria-label={name}>
      <CardHeader
        title={title}
        description={`At the address for ${senderName}`}
        actions={
          <p className="tabular sm:text-right">
            <span className="font-semibold text-lg">{total.toLocaleString("en")}</span> refused
            <span className="block text-muted text-sm">
              {total > 1 && `At most ${mostInAMinute.toLocaleString("en")} in a minute, last `}
              <Time value={lastAt} />
            </span>
          </p>
        }
      />
      <CardBody className="grid gap-3">
        <RefusedChart bars={bars} from={from} barMinutes={barMinutes} />
        {remedy && <p className="max-w-prose">{remedy}</p>}
        <div className="grid gap-1">
          {samples.length > 0 && (
            <Fold
              title={samples.length === 1 ? "One of them" : `The newest ${samples.length} kept to look at`}
            >
              <RefusedSamples samples={samples} />
            </Fold>
          )}
          <Fold title="When, in numbers">
            <RefusedCounts title={name} bars={bars} from={from} barMinutes={barMinutes} />
          </Fold>
        </div>
      </CardBody>
    </Card>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-sm font-medium text-accent pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
