import { Lock } from "lucide-react";
import { EmptyState } from "./empty-state.tsx";

/** For a member who may not: the place exists, and this sentence says who may see it. */
export function NoPermission({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <EmptyState icon={Lock} title={title}>
      {children}
    </EmptyState>
  );
}
