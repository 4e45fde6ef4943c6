import { CopyField } from "#components/ui/copy-field.tsx";
import type { GuideView } from "#lib/connections/guides.ts";
import { Numbered } from "./numbered.tsx";
import { SettingList } from "./setting-list.tsx";

/** A platform's steps, each with the addresses to paste there and the settings it fills here. */
export function GuideSteps({ guide, tellsSettings }: { guide: GuideView; tellsSettings: boolean }) {
  return (
    <Numbered
      steps={guide.steps.map(({ title, text, addresses, settings }) => ({
        title,
        text,
        more: (
          <>
            {addresses.length > 0 && (
              <div className="mt-1 grid gap-3">
                {addresses.map(({ label, url }) => (
                  <CopyField key={label} label={label} text={url} />
                ))}
              </div>
            )}
            {settings.length > 0 && (
              <SettingList
                settings={settings.map(({ name, isSet }) => ({ name, ...(tellsSettings && { isSet }) }))}
              />
            )}
          </>
        ),
      }))}
    />
  );
}
