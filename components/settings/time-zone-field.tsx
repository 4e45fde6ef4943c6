"use client";

import { useEffect, useState } from "react";
import { SelectField } from "#components/ui/select-field.tsx";

type TimeZoneFieldProps = {
  zones: string[];
  value?: string;
  /** Take the browser's zone when nothing was chosen yet. */
  guess?: boolean;
  error?: string;
  disabled?: boolean;
};

/** The zone a business lives in: its hours and its daily figures are told in it. */
export function TimeZoneField({ zones, value, guess, error, disabled }: TimeZoneFieldProps) {
  const [zone, setZone] = useState(value ?? "UTC");

  useEffect(() => {
    if (guess && !value) setZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, [guess, value]);

  // Browsers still report some zones by an older name, which is as good.
  const choices = zones.includes(zone) ? zones : [zone, ...zones];

  return (
    <SelectField
      label="Time zone"
      name="timeZone"
      hint="Opening hours and daily figures are told in it."
      value={zone}
      onChange={(event) => setZone(event.target.value)}
      error={error}
      disabled={disabled}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice.replaceAll("_", " ")}
        </option>
      ))}
    </SelectField>
  );
}
