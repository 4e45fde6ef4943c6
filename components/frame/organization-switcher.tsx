"use client";

import { ChevronsUpDown, Plus } from "lucide-react";
import type { Route } from "next";
import { Menu, MenuHeading, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { Initials } from "./initials.tsx";

type OrganizationSwitcherProps = {
  current: { slug: string; name: string };
  organizations: { slug: string; name: string }[];
};

/** Where one is, and the way to one's other organizations. */
export function OrganizationSwitcher({ current, organizations }: OrganizationSwitcherProps) {
  return (
    <Menu
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex min-h-10 w-full min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-sunken data-popup-open:bg-sunken pointer-coarse:min-h-11"
        >
          <Initials name={current.name} shape="square" />
          <span className="min-w-0 flex-1 truncate font-semibold">
            <span className="sr-only">Organization: </span>
            {current.name}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <MenuHeading>Organizations</MenuHeading>
      {organizations.map(({ slug, name }) => (
        <MenuLink key={slug} href={`/o/${slug}` as Route} current={slug === current.slug}>
          <span className="truncate">{name}</span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href="/new">
        <Plus aria-hidden /> New organization
      </MenuLink>
    </Menu>
  );
}
