import { Time } from "#components/ui/time.tsx";

export type RefusedSample = {
  id: string;
  receivedAt: Date;
  method: string;
  path: string;
  headers: Record<string, string>;
  bodyBytes: number;
};

/** The newest few requests of a cause, as far as they may be shown. */
export function RefusedSamples({ samples }: { samples: RefusedSample[] }) {
  return (
    <ul className="grid gap-3">
      {samples.map(({ id, receivedAt, method, path, headers, bodyBytes }) => (
        <li key={id} className="min-w-0 rounded-md bg-sunken p-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="break-all font-mono text-sm">
              {method} {path}
            </span>
            <span className="text-muted text-sm">
              <Time value={receivedAt} />, body of {size(bodyBytes)}
            </span>
          </p>
          <dl className="mt-2 grid gap-x-4 gap-y-0.5 font-mono text-xs sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
            {Object.entries(headers).map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="break-all text-muted">{name}</dt>
                <dd className="mb-1 break-all sm:mb-0">{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function size(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
