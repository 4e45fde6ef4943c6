"use client";

import type { Route } from "next";
import Form from "next/form";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type ChoiceLink, ChoiceLinks } from "#components/ui/choice-links.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type RangeBarProps = {
  here: string;
  links: ChoiceLink[];
  /** The days shown, both included. */
  from: string;
  to: string;
  isCustom: boolean;
  today: string;
  /** What else stands in the address and stays. */
  kept: Record<string, string>;
};

/** Which days: the last seven, four weeks or ninety, or any two dates. */
export function RangeBar({ here, links, from, to, isCustom, today, kept }: RangeBarProps) {
  const [asking, setAsking] = useState(false);

  return (
    <div className="flex flex-wrap gap-2">
      <ChoiceLinks label="Days" links={links} />
      <Button
        size="small"
        onClick={() => setAsking(true)}
        className={isCustom ? "border-accent/50 bg-accent-soft text-accent hover:bg-accent-soft" : undefined}
      >
        Other days …
      </Button>
      <Dialog
        title="Other days"
        description="Both days are included. What is chosen is compared with as many days before."
        open={asking}
        onOpenChange={setAsking}
      >
        <Form action={here as Route} onSubmit={() => setAsking(false)} className="grid gap-4">
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField label="From" name="from" type="date" max={today} defaultValue={from} required />
          <TextField label="To" name="to" type="date" max={today} defaultValue={to} required />
          <Button type="submit" variant="primary" className="justify-self-end">
            Show these days
          </Button>
        </Form>
      </Dialog>
    </div>
  );
}
