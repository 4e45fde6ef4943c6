/** “1 event”, “1,200 events”. */
export function countWords(count: number): string {
  return count === 1 ? "1 event" : `${count.toLocaleString("en")} events`;
}
