import { SelectField } from "#components/ui/select-field.tsx";

type BusinessTypeFieldProps = {
  /** What is stored, and how it reads. */
  types: Record<string, string>;
  value?: string | null;
  error?: string;
  disabled?: boolean;
};

/** What kind of business it is, if they care to say. */
export function BusinessTypeField({ types, value, error, disabled }: BusinessTypeFieldProps) {
  return (
    <SelectField
      label="Kind of business"
      name="businessType"
      defaultValue={value ?? ""}
      error={error}
      disabled={disabled}
    >
      <option value="">Rather not say</option>
      {Object.entries(types).map(([type, name]) => (
        <option key={type} value={type}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
