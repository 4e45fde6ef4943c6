/** What a platform hears: the same status, headers and bytes from either mount. */
export type Answer = { status: number; headers: Record<string, string>; body: string };
