/** The SQLSTATE and constraint Postgres refused with; drizzle wraps them in a cause. */
export async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason: Error) => (reason.cause ?? reason) as { code?: string; constraint_name?: string },
  );
  return error && { code: error.code, constraint: error.constraint_name };
}
