"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { tabStyle } from "./tab-style.ts";

type Tab<Value extends string> = { value: Value; label: ReactNode; content: ReactNode };

type TabsProps<Value extends string> = {
  label: string;
  tabs: Tab<Value>[];
  defaultValue?: Value;
  value?: Value;
  onChange?: (value: Value) => void;
};

/** Panels of one thing, one at a time. Where the choice belongs in the address use `TabLinks`. */
export function Tabs<Value extends string>({ label, tabs, defaultValue, value, onChange }: TabsProps<Value>) {
  return (
    <Base.Root
      defaultValue={defaultValue ?? tabs[0]?.value}
      value={value}
      onValueChange={(next) => onChange?.(next as Value)}
    >
      <Base.List
        aria-label={label}
        activateOnFocus
        className="mb-4 flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b"
      >
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={tabStyle}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="rounded-sm">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
