import { CircleCheck, CircleDashed } from "lucide-react";

type SettingListProps = {
  /** `isSet` is left out for who may not know. */
  settings: { name: string; isSet?: boolean }[];
};

/** Names of settings, and whether each is set; never a value. */
export function SettingList({ settings }: SettingListProps) {
  return (
    <div className="mt-1 grid gap-1">
      <span className="font-medium text-sm">Settings this gives</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {settings.map(({ name, isSet }) => (
          <li key={name} className="flex min-w-0 items-center gap-1.5">
            {isSet !== undefined &&
              (isSet ? (
                <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
              ) : (
                <CircleDashed aria-hidden className="size-4 shrink-0 text-idle" />
              ))}
            <code className="break-all font-mono text-sm">{name}</code>
            {isSet !== undefined && (
              <span className="shrink-0 text-muted text-sm">{isSet ? "is set" : "is not set"}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
