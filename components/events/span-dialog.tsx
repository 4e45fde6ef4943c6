"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { type Between, zoomHref } from "./zoom-href.ts";

type SpanDialogProps = { between: Between; open: boolean; onClose: () => void };

/** Asks from when to when, in the viewer's own zone. Either end may stay open. */
export function SpanDialog({ between, open, onClose }: SpanDialogProps) {
  const router = useRouter();
  const [complaint, setComplaint] = useState<string>();

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = [instantOf(form.get("from")), instantOf(form.get("to"))];
    if (!from && !to) return setComplaint("Give at least one of the two.");
    if (from && to && from >= to) return setComplaint("This is not after the beginning.");

    onClose();
    setComplaint(undefined);
    router.push(zoomHref(between, from, to) as Route);
  }

  return (
    <Dialog
      title="Events between"
      description="In your own time zone. Leave one empty to keep that end open."
      open={open}
      onOpenChange={(next) => !next && onClose()}
    >
      <form onSubmit={show} noValidate className="grid gap-4">
        <TextField label="From" name="from" type="datetime-local" defaultValue={localOf(between.from)} />
        <TextField
          label="To"
          name="to"
          type="datetime-local"
          defaultValue={localOf(between.to)}
          error={complaint}
        />
        <Button type="submit" variant="primary" className="justify-self-end">
          Show events
        </Button>
      </form>
    </Dialog>
  );
}

function instantOf(value: FormDataEntryValue | null): string | undefined {
  const at = new Date(String(value ?? ""));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** As a field of date and time wants it: the viewer's clock, without a zone. */
function localOf(instant: string | undefined): string | undefined {
  if (!instant) return undefined;
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
