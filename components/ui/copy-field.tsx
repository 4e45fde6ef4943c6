import { CopyButton } from "./copy-button.tsx";

/** A value to take elsewhere: all of it readable, and one press to copy it. */
export function CopyField({ label, text, hint }: { label: string; text: string; hint?: React.ReactNode }) {
  return (
    <div className="grid gap-1">
      <span className="font-medium text-sm">{label}</span>
      <div className="flex items-center justify-between gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 break-all font-mono text-sm">{text}</code>
        <CopyButton text={text} label={`Copy ${label}`} />
      </div>
      {hint && <span className="text-muted text-sm">{hint}</span>}
    </div>
  );
}
