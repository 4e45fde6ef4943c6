import { SelectField } from "#components/ui/select-field.tsx";
import { businessTypes } from "#lib/organizations/business-types.ts";

type BusinessTypeFieldProps = { value?: string | null; error?: string; disabled?: boolean };

/** What kind of business it is, if they care to say. */
export function BusinessTypeField({ value, error, disabled }: BusinessTypeFieldProps) {
  return (
    <SelectField
      label="Kind of business"
      name="businessType"
      defaultValue={value ?? ""}
      error={error}
      disabled={disabled}
    >
      <option value="">Rather not say</option>
      {Object.entries(businessTypes).map(([type, name]) => (
        <option key={type} value={type}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
