import { ok } from "#lib/result.ts";
export default function Page() {
  return <p>{String(ok(1).ok)}</p>;
}
