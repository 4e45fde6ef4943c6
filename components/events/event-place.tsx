"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Drawer } from "#components/ui/drawer.tsx";

/** An event beside the list it was opened from. It has an address of its own, so closing it is going back. */
export function EventDrawer({ children }: { children: ReactNode }) {
  const router = useRouter();

  return (
    <Drawer open onClose={() => router.back()} title="Event">
      {children}
    </Drawer>
  );
}
