import type { JsonValue } from "./json-value.ts";

/** A payload to look into: each object and list opens and closes, with the keyboard too, as the browser does it. */
export function PayloadTree({ value }: { value: JsonValue }) {
  return (
    <div className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm">
      <Node value={value} depth={0} />
    </div>
  );
}

const openDepth = 8;
const drawnDepth = 64;

function Node({ name, value, depth }: { name?: string; value: JsonValue; depth: number }) {
  if (value === null || typeof value !== "object" || depth > drawnDepth) {
    return (
      <div className="py-1 pl-4">
        <Name name={name} />
        <Leaf value={value} />
      </div>
    );
  }

  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
  const brackets = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  if (entries.length === 0) {
    return (
      <div className="py-1 pl-4">
        <Name name={name} />
        <span className="text-muted">{Array.isArray(value) ? "[]" : "{}"}</span>
      </div>
    );
  }
  return (
    <details open={depth < openDepth}>
      <summary className="rounded-sm py-1 marker:text-muted">
        <Name name={name} />
        <span className="text-muted">{brackets}</span>
      </summary>
      <div className="ml-1.5 border-line border-l pl-2.5">
        {entries.map(([key, item]) => (
          <Node key={key} name={key} value={item} depth={depth + 1} />
        ))}
      </div>
    </details>
  );
}

function Name({ name }: { name?: string }) {
  return name === undefined ? null : <span className="text-accent">{name}: </span>;
}

function Leaf({ value }: { value: JsonValue }) {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (typeof value === "string") return <span className="break-words">“{text}”</span>;
  return <span className="text-muted">{text}</span>;
}
