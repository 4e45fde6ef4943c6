"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link that fetches its page ahead only for who is about to follow it. On a page that is kept current all others
 * would be fetched anew with each change, which costs more than the change.
 */
export function LinkOnIntent<Path extends string>(
  props: Omit<ComponentProps<typeof Link<Path>>, "prefetch">,
) {
  const [isNear, setIsNear] = useState(false);
  const approach = () => setIsNear(true);
  const leave = () => setIsNear(false);

  return (
    <Link<Path>
      {...(props as ComponentProps<typeof Link<Path>>)}
      prefetch={isNear ? null : false}
      onPointerEnter={approach}
      onPointerLeave={leave}
      onTouchStart={approach}
      onFocus={approach}
      onBlur={leave}
    />
  );
}
