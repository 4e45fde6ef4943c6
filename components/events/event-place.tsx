"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Card, CardBody } from "#components/ui/card.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { useIsAlone } from "./events-frame.tsx";

/**
 * Where an event is shown: beside the list it was opened from, or on a page of its own under its heading. Its address is
 * the same, so closing it is going back.
 */
export function EventPlace({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  const router = useRouter();
  if (useIsAlone())
    return (
      <>
        {heading}
        <Card>
          <CardBody>{children}</CardBody>
        </Card>
      </>
    );

  return (
    <Drawer open onClose={() => router.back()} title="Event">
      {children}
    </Drawer>
  );
}
