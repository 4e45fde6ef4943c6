"use client";

import { Bookmark, ChevronDown } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuHeading, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import type { FormAction } from "#lib/forms.ts";
import { DeleteViews } from "./delete-views.tsx";
import { SaveView } from "./save-view.tsx";

export type View = {
  id: string;
  name: string;
  href: string;
  isShared: boolean;
  /** Whether this person may delete it. */
  canDelete: boolean;
  current: boolean;
};

type ViewsMenuProps = {
  views: View[];
  /** The filter to save, as a query without its mark; empty while nothing is filtered. */
  query: string;
  canShare: boolean;
  save: FormAction;
  remove: FormAction;
};

/** Filters kept under a name: the person's own, and those shared with everyone here. */
export function ViewsMenu({ views, query, canShare, save, remove }: ViewsMenuProps) {
  const [asking, setAsking] = useState<"save" | "delete" | null>(null);
  const own = views.filter(({ isShared }) => !isShared);
  const shared = views.filter(({ isShared }) => isShared);
  const deletable = views.filter(({ canDelete }) => canDelete);
  const current = views.find((view) => view.current);
  const close = () => setAsking(null);

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="small">
            <Bookmark aria-hidden />
            <span className="max-w-40 truncate">{current ? current.name : "Views"}</span>
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {views.length === 0 && <MenuHeading>No views yet. Filter the log, then save it here.</MenuHeading>}
        <ViewLinks heading="Yours" views={own} />
        <ViewLinks heading="Shared with everyone here" views={shared} />
        <MenuSeparator />
        <MenuItem disabled={query === ""} onSelect={() => setAsking("save")}>
          Save this view…
        </MenuItem>
        {deletable.length > 0 && <MenuItem onSelect={() => setAsking("delete")}>Delete a view…</MenuItem>}
      </Menu>
      <SaveView open={asking === "save"} onClose={close} query={query} canShare={canShare} save={save} />
      <DeleteViews open={asking === "delete"} onClose={close} views={deletable} remove={remove} />
    </>
  );
}

function ViewLinks({ heading, views }: { heading: string; views: View[] }) {
  if (views.length === 0) return null;
  return (
    <>
      <MenuHeading>{heading}</MenuHeading>
      {views.map(({ id, name, href, current }) => (
        <MenuLink key={id} href={href as Route} current={current}>
          <span className="max-w-64 truncate">{name}</span>
        </MenuLink>
      ))}
    </>
  );
}
