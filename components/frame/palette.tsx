"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Bell, Building2, Plus, ScrollText, Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { sectionHref, sections } from "./sections.ts";

type PaletteProps = {
  slug: string;
  organizations: { slug: string; name: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Go anywhere by typing a few letters of it. */
export function Palette({ slug, organizations, open, onOpenChange }: PaletteProps) {
  const router = useRouter();
  const go = (href: Route) => () => {
    onOpenChange(false);
    router.push(href);
  };
  const others = organizations.filter((organization) => organization.slug !== slug);

  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label="Command palette"
          className="fixed inset-x-4 top-[12dvh] mx-auto max-w-lg overflow-hidden rounded-lg border border-line bg-surface text-ink shadow-popup outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Command label="Go to" loop>
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-muted" />
              <Command.Input
                placeholder="Go to a page or an organization"
                className="h-12 w-full bg-transparent text-lg outline-none placeholder:text-muted"
              />
            </div>
            <Command.List className="max-h-80 overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-muted">
                Nothing by that name.
              </Command.Empty>
              <Command.Group heading={<Heading>Pages</Heading>}>
                {sections.map((section) => (
                  <Item key={section.path} value={section.label} onSelect={go(sectionHref(slug, section))}>
                    <section.icon aria-hidden /> {section.label}
                  </Item>
                ))}
                <Item value="Alerts" onSelect={go(`/o/${slug}/settings/alerts` as Route)}>
                  <Bell aria-hidden /> Alerts
                </Item>
                <Item value="Audit log" onSelect={go(`/o/${slug}/settings/audit-log` as Route)}>
                  <ScrollText aria-hidden /> Audit log
                </Item>
              </Command.Group>
              <Command.Group heading={<Heading>Organizations</Heading>}>
                {others.map((organization) => (
                  <Item
                    key={organization.slug}
                    value={`${organization.name} ${organization.slug}`}
                    onSelect={go(`/o/${organization.slug}` as Route)}
                  >
                    <Building2 aria-hidden /> {organization.name}
                  </Item>
                ))}
                <Item value="New organization" onSelect={go("/new")}>
                  <Plus aria-hidden /> New organization
                </Item>
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Item({ children, value, onSelect }: { children: ReactNode; value: string; onSelect: () => void }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 data-[selected=true]:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
    >
      {children}
    </Command.Item>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return <span className="block px-2.5 pt-2 pb-1 text-muted text-xs">{children}</span>;
}
