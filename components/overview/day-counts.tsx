import type { Route } from "next";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { LinkOnIntent } from "#components/ui/link-on-intent.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";

export type ChannelDay = {
  provider: string;
  name: string;
  total: number;
  href: string;
  parts: {
    status: string;
    word: string;
    tone: "good" | "warn" | "bad" | "idle";
    count: number;
    href: string;
  }[];
};

const fills = { good: "bg-good", warn: "bg-warn", bad: "bg-bad", idle: "bg-line-strong" };

/** The last 24 hours, a line a channel; each figure leads to the events it counts. */
export function DayCounts({ channels, allHref }: { channels: ChannelDay[]; allHref: string }) {
  const most = Math.max(1, ...channels.map((channel) => channel.total));

  return (
    <Card>
      <CardHeader
        title="Events of the last 24 hours"
        actions={
          <LinkOnIntent href={allHref as Route} className="font-medium text-accent hover:underline">
            All events
          </LinkOnIntent>
        }
      />
      <CardBody>
        {channels.length === 0 ? (
          <p className="text-muted">Nothing has arrived in the last 24 hours.</p>
        ) : (
          <ul className="grid gap-4">
            {channels.map((channel) => (
              <li key={channel.provider} className="grid gap-1.5">
                <div className="flex flex-wrap items-center justify-between gap-x-4">
                  <LinkOnIntent
                    href={channel.href as Route}
                    className="inline-flex min-h-7 items-center gap-2 font-medium hover:underline"
                  >
                    <ProviderMark provider={channel.provider} size="small" />
                    {channel.name}
                    <span className="tabular">{channel.total.toLocaleString("en")}</span>
                  </LinkOnIntent>
                  <span className="flex flex-wrap gap-x-3 text-muted text-sm">
                    {channel.parts.map((part) => (
                      <LinkOnIntent
                        key={part.status}
                        href={part.href as Route}
                        className="tabular inline-flex min-h-7 items-center hover:text-ink hover:underline"
                      >
                        {part.count.toLocaleString("en")} {part.word.toLowerCase()}
                      </LinkOnIntent>
                    ))}
                  </span>
                </div>
                <div aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                  <div className="flex h-full gap-px" style={{ width: `${(channel.total / most) * 100}%` }}>
                    {channel.parts.map((part) => (
                      <span key={part.status} className={fills[part.tone]} style={{ flexGrow: part.count }} />
                    ))}
                  </div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
