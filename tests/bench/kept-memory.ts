import { once } from "node:events";

const patienceMs = 30_000;

type Answer = { result: { result?: { value?: string } } };

/**
 * Reads what a Node process that is inspected at this port keeps, in megabytes, after all that is garbage was collected: what
 * it holds on to, and what it has of the machine. What leaks is in both; how far a heap lets garbage pile up is in neither.
 */
export async function keptMemory(inspectorPort: number) {
  const list = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`);
  const [target] = (await list.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error(`nothing is inspected at ${inspectorPort}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await heard(socket, "open");

  async function read(): Promise<{ held: number; resident: number }> {
    await ask(socket, "HeapProfiler.collectGarbage");
    const expression = "JSON.stringify(process.memoryUsage())";
    const { result } = await ask(socket, "Runtime.evaluate", { expression });
    const usage = JSON.parse(result.result?.value ?? "") as NodeJS.MemoryUsage;
    return { held: megabytes(usage.heapUsed + usage.external), resident: megabytes(usage.rss) };
  }

  /** A process that is still inspected does not end. */
  async function close(): Promise<void> {
    const closed = heard(socket, "close");
    socket.close();
    await closed;
  }
  return { read, close };
}

async function ask(socket: WebSocket, method: string, params = {}): Promise<Answer> {
  const answer = heard(socket, "message");
  socket.send(JSON.stringify({ id: 1, method, params }));
  return JSON.parse(String((await answer).data)) as Answer;
}

async function heard(socket: WebSocket, name: "open" | "message" | "close"): Promise<MessageEvent> {
  const [event] = (await once(socket, name, { signal: AbortSignal.timeout(patienceMs) })) as [MessageEvent];
  return event;
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
