"use client";

import { type ErrorPageProps, UnexpectedError } from "#components/ui/unexpected-error.tsx";

export default function OrganizationErrorPage(props: ErrorPageProps) {
  return <UnexpectedError {...props} lost="Nothing was lost: events keep arriving meanwhile." />;
}
