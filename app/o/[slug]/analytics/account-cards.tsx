import { Download } from "lucide-react";
import { EmptyCard } from "#components/analytics/empty-card.tsx";
import { FigureCard } from "#components/analytics/figure-card.tsx";
import { figureWords } from "#components/analytics/figure-words.ts";
import { whyEmpty } from "#components/analytics/why-empty.ts";
import { buttonStyle } from "#components/ui/button-style.ts";
import type { Figure } from "#lib/analytics/figure.ts";
import type { Analytics } from "#lib/analytics/read-analytics.ts";
import { tellersOf } from "#lib/analytics/tellers.ts";

type AccountCardsProps = {
  analytics: Analytics;
  home: string;
  /** Where one figure is exported, for who may. */
  exportHref?: (figure: string) => string;
};

/** Always there, with the reason where one is empty; the others where something was told. */
const always: Figure["metric"][] = ["followers", "reach", "views", "engagement"];

/** A card for each figure of the chosen accounts. */
export function AccountCards({ analytics, home, exportHref }: AccountCardsProps) {
  const { figures, dates, accounts, chosen, filter } = analytics;
  const names = Object.fromEntries(accounts.map(({ id, displayName }) => [id, displayName]));
  const told = figures.filter(({ days }) => days.some((value) => value !== null));
  const others = told.filter(({ metric }) => !always.includes(metric));
  const card = (figure: Figure) => (
    <FigureCard
      key={figure.metric}
      figure={figure}
      dates={dates}
      beforeWords={filter.range.days === 1 ? "The day before" : `The ${filter.range.days} days before`}
      names={names}
      tools={
        exportHref && <ExportLink href={exportHref(figure.metric)} of={figureWords[figure.metric].name} />
      }
    />
  );

  return (
    <>
      <div className="grid gap-4 lg:grid-cols-2">
        {always.map((metric) => {
          const figure = told.find((each) => each.metric === metric);
          if (figure) return card(figure);
          const why = whyEmpty(metric, { home, tellers: tellersOf(metric), accounts: chosen });
          return <EmptyCard key={metric} {...figureWords[metric]} why={why} />;
        })}
      </div>
      {others.length > 0 && (
        <>
          <h3 className="mt-6 mb-3 font-semibold text-lg">More of the accounts</h3>
          <div className="grid gap-4 lg:grid-cols-2">{others.map(card)}</div>
        </>
      )}
    </>
  );
}

/** Fetches the figures as a file for spreadsheets, and the page stays. */
export function ExportLink({ href, of }: { href: string; of: string }) {
  return (
    <a href={href} download className={buttonStyle({ variant: "quiet", size: "small" })}>
      <Download aria-hidden />
      CSV<span className="sr-only"> of {of}</span>
    </a>
  );
}
