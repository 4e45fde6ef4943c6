import { isRunning, type ProcessIdentity } from "./process-identity.ts";

/** Ends exactly this process: asks with the signal, and after the grace period with SIGKILL. */
export async function stopProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  graceMilliseconds = 8000,
): Promise<void> {
  send(identity, signal);
  if (await hasEnded(identity, graceMilliseconds)) return;
  send(identity, "SIGKILL");
  await hasEnded(identity, 5000);
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch {
    // It ended between the question and the signal.
  }
}

async function hasEnded(identity: ProcessIdentity, withinMilliseconds: number): Promise<boolean> {
  const deadline = Date.now() + withinMilliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
