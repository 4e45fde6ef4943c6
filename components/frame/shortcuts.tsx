"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { shortcutsEvent } from "./open-shortcuts.ts";
import { sectionHref, sections } from "./sections.ts";

const secondKeyWithinMilliseconds = 1500;

/** `g` and a letter goes to a section, `?` lists what there is. Never while someone is typing. */
export function Shortcuts({ slug }: { slug: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const goPressedAt = useRef(0);

  useEffect(() => {
    const show = () => setOpen(true);

    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;

      const isSecondKey = event.timeStamp - goPressedAt.current < secondKeyWithinMilliseconds;
      goPressedAt.current = event.key === "g" ? event.timeStamp : 0;

      if (event.key === "?") return show();
      const section = isSecondKey ? sections.find(({ key }) => key === event.key) : undefined;
      if (section) router.push(sectionHref(slug, section));
    }

    window.addEventListener("keydown", press);
    window.addEventListener(shortcutsEvent, show);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener(shortcutsEvent, show);
    };
  }, [router, slug]);

  return (
    <Dialog title="Keyboard shortcuts" open={open} onOpenChange={setOpen}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2.5">
        {sections.map(({ label, key }) => (
          <Row key={key} does={`Go to ${label}`} keys={["g", key]} />
        ))}
        <Row does="Go anywhere" keys={["Ctrl", "K"]} />
        <Row does="Search this page" keys={["/"]} />
        <Row does="Move down and up a list" keys={["j", "k"]} />
        <Row does="Show this list" keys={["?"]} />
        <Row does="Close a dialog, drawer or menu" keys={["Esc"]} />
      </dl>
    </Dialog>
  );
}

function Row({ does, keys }: { does: string; keys: string[] }) {
  return (
    <>
      <dt>{does}</dt>
      <dd className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
