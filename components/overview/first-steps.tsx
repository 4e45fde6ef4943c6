import { Circle, CircleCheck } from "lucide-react";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";

export type FirstStep = {
  title: string;
  explanation: string;
  done: boolean;
  /** What does it; shown until it is done. */
  action: React.ReactNode;
};

/** What a new organization does first. Each step ticks itself off; when all are done the list is gone. */
export function FirstSteps({ steps }: { steps: FirstStep[] }) {
  return (
    <Card>
      <CardHeader title="First steps" description="Two things, and every message arrives in one place." />
      <CardBody>
        <ol className="grid gap-4">
          {steps.map(({ title, explanation, done, action }) => (
            <li key={title} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
              {done ? (
                <CircleCheck aria-hidden className="mt-0.5 size-5 text-good" />
              ) : (
                <Circle aria-hidden className="mt-0.5 size-5 text-muted" />
              )}
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div>
                  <p className={done ? "font-medium text-muted line-through" : "font-medium"}>
                    {title}
                    {done && <span className="sr-only"> (done)</span>}
                  </p>
                  <p className="text-muted">{explanation}</p>
                </div>
                {!done && action}
              </div>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
