"use client";

import { Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { startTransition, useState } from "react";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { Theme } from "#components/ui/theme.ts";
import { applyTheme } from "./apply-theme.ts";
import { Initials } from "./initials.tsx";
import { openShortcuts } from "./open-shortcuts.ts";

type PersonMenuProps = {
  person: { name: string | null; email: string };
  theme: Theme;
  signOut: () => Promise<void>;
  /** `compact` shows only the initials, for the bar on top of a phone. */
  compact?: boolean;
};

/** Who one is here, how it looks, and the way out. */
export function PersonMenu({ person, theme: remembered, signOut, compact }: PersonMenuProps) {
  const [theme, setTheme] = useState(remembered);
  const name = person.name ?? person.email;

  return (
    <Menu
      side={compact ? "bottom" : "top"}
      align={compact ? "end" : "start"}
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex min-h-10 min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-sunken data-popup-open:bg-sunken pointer-coarse:min-h-11"
        >
          <Initials name={name} shape="round" />
          <span className="sr-only">Your menu: {compact && name}</span>
          {!compact && (
            <span className="grid min-w-0 flex-1">
              <span className="truncate font-medium">{name}</span>
              {person.name && <span className="truncate text-muted text-xs">{person.email}</span>}
            </span>
          )}
        </button>
      }
    >
      {compact && (
        <div className="grid px-2 py-1.5">
          <span className="truncate font-medium">{name}</span>
          {person.name && <span className="truncate text-muted text-sm">{person.email}</span>}
        </div>
      )}
      <MenuChoices
        label="Theme"
        value={theme}
        onChange={(next) => {
          setTheme(next);
          applyTheme(next);
        }}
        choices={[
          { value: "system", label: "As the system", icon: <Monitor aria-hidden /> },
          { value: "light", label: "Light", icon: <Sun aria-hidden /> },
          { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
        ]}
      />
      <MenuSeparator />
      {!compact && (
        <MenuItem onSelect={openShortcuts}>
          <Keyboard aria-hidden /> Keyboard shortcuts
        </MenuItem>
      )}
      <MenuItem onSelect={() => startTransition(signOut)}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  );
}
