/** What every event of a Page has in common. */
export function ofPage(pageId: string) {
  return { object: "page", accountId: pageId, entryId: pageId } as const;
}
