import type { ReactNode } from "react";
import type { Theme } from "#components/ui/theme.ts";
import { Nav } from "./nav.tsx";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { PaletteButton } from "./palette-button.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { Shortcuts } from "./shortcuts.tsx";

type FrameProps = {
  organization: { slug: string; name: string };
  organizations: { slug: string; name: string }[];
  person: { name: string | null; email: string };
  theme: Theme;
  sandboxUrl?: string;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** What stands around every page of an organization: a rail on wide screens, two bars on phones. */
export function Frame({ organization, organizations, person, theme, signOut, children }: FrameProps) {
  const switcher = <OrganizationSwitcher current={organization} organizations={organizations} />;

  return (
    <>
      <div className="grow lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="sticky top-(--banner-height) hidden h-[calc(100dvh-var(--banner-height))] flex-col gap-4 border-line border-r bg-surface p-3 lg:flex">
          {switcher}
          <PaletteButton slug={organization.slug} organizations={organizations} />
          <div className="flex-1 overflow-y-auto">
            <Nav slug={organization.slug} shape="rail" />
          </div>
          <PersonMenu person={person} theme={theme} signOut={signOut} />
        </div>
        <header className="sticky top-0 z-20 flex items-center justify-between gap-2 border-line border-b bg-surface px-2 py-1 lg:hidden">
          <div className="min-w-0 max-w-72">{switcher}</div>
          <PersonMenu person={person} theme={theme} signOut={signOut} compact />
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full min-w-0 max-w-7xl px-4 pt-5 pb-24 lg:px-8 lg:pt-7 lg:pb-12"
        >
          {children}
        </main>
        <div className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
          <Nav slug={organization.slug} shape="bar" />
        </div>
      </div>
      <Shortcuts slug={organization.slug} />
    </>
  );
}
