/** Where an error came from, without its message, which a stack begins with and which may say anything. */
export function stackFrames({ message, stack = "" }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? "" : stack.slice(at + message.length);
}
