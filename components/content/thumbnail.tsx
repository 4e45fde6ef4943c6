"use client";

import { ImageOff, Image as Picture } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cn } from "#components/ui/cn.ts";

type ThumbnailProps = {
  /** Where the platform keeps the picture; null where it told of none. */
  src: string | null;
  alt: string;
  className?: string;
};

/** A post's picture, small. Platforms let the addresses of pictures lapse: what does not come is a sign in its place. */
export function Thumbnail({ src, alt, className }: ThumbnailProps) {
  const [isMissing, setIsMissing] = useState(false);
  const picture = useRef<HTMLImageElement>(null);

  // What failed before the page came to life told nobody.
  useEffect(() => {
    if (picture.current?.complete && picture.current.naturalWidth === 0) setIsMissing(true);
  }, []);

  const frame = cn("size-14 shrink-0 rounded-md border border-line bg-sunken", className);
  if (src === null || isMissing) {
    const [Sign, words] =
      src === null ? [Picture, "No picture"] : [ImageOff, "The picture is no longer there"];
    return (
      <span role="img" aria-label={words} title={words} className={cn(frame, "grid place-items-center")}>
        <Sign aria-hidden className="size-5 text-muted" strokeWidth={1.5} />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: the platform's own picture, which is not ours to store or resize
    <img
      ref={picture}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setIsMissing(true)}
      // Its words are for those who cannot see it, not to be painted into so small a frame.
      className={cn(frame, "object-cover text-transparent")}
    />
  );
}
