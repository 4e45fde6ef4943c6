const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

type Source = {
  /** Asked again each time the line is opened. */
  address: () => string;
  /** By the name of the event. */
  heard: Record<string, (event: MessageEvent) => void>;
  /** The answer was no stream; it is asked for again, ever later. */
  onRefused?: () => void;
};

/**
 * Hears what the server says until the returned function is called. A lost line the browser takes up again by itself;
 * where the answer is no stream, as while the server restarts, it does not.
 */
export function lastingSource({ address, heard, onRefused }: Source): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = firstPauseMs;

  function connect(): void {
    source = new EventSource(address());
    for (const [name, hear] of Object.entries(heard)) source.addEventListener(name, hear);
    source.addEventListener("listening", () => {
      pauseMs = firstPauseMs;
    });
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      onRefused?.();
    });
  }

  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
