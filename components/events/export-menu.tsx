"use client";

import { Download } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuDownload } from "#components/ui/menu.tsx";

/** Exactly the events that are listed, as a file. `query` is the list's own, with its question mark or empty. */
export function ExportMenu({ slug, query }: { slug: string; query: string }) {
  const href = (format: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set("format", format);
    return `/o/${slug}/events/export?${parameters}`;
  };

  return (
    <Menu
      align="end"
      trigger={
        <Button size="small">
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      <MenuDownload href={href("csv")}>CSV, for spreadsheets</MenuDownload>
      <MenuDownload href={href("ndjson")}>NDJSON, one event a line</MenuDownload>
    </Menu>
  );
}
