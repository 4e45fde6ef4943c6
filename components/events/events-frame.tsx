"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { createContext, type ReactNode, useContext } from "react";

const Alone = createContext(false);

/** True where an event is all that is open, as from a link to it; false where it was opened from the log or beside it. */
export const useIsAlone = () => useContext(Alone);

/** What is open under Events, and the event that was opened from it. */
export function EventsFrame({ children, drawer }: { children: ReactNode; drawer: ReactNode }) {
  // The log has a segment of its own, a group, so that it is not taken for nothing.
  const isAlone = useSelectedLayoutSegment() === null;

  return (
    <Alone value={isAlone}>
      {children}
      {drawer}
    </Alone>
  );
}
