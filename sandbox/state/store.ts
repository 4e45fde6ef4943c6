import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { freshState } from "./fresh-state.ts";
import type { State } from "./types.ts";
import { upgrade } from "./upgrade.ts";

const saveAfterMs = 150;

export type Store = {
  state: State;
  /** What a platform remembers, under its name; `fresh` makes it the first time. Has to survive JSON. */
  part: <Part extends object>(name: string, fresh: () => Part) => Part;
  save: () => void;
  flush: () => void;
};

/** The state, and its file. `save` writes soon, `flush` at once; neither leaves half a file behind. */
export function openStore(file: string | null, say: (line: string) => void): Store {
  const state = file ? load(file, say) : freshState();
  let timer: NodeJS.Timeout | null = null;

  function flush() {
    if (timer) clearTimeout(timer);
    timer = null;
    if (file) write(file, state);
  }

  function save() {
    if (file) timer ??= setTimeout(flush, saveAfterMs).unref();
  }

  function part<Part extends object>(name: string, fresh: () => Part): Part {
    state.parts ??= {};
    state.parts[name] ??= fresh();
    // Written by the same code under the same name: JSON keeps its shape.
    return state.parts[name] as Part;
  }

  return { state, part, save, flush };
}

function load(file: string, say: (line: string) => void): State {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return freshState();
  }

  const state = parse(text);
  if (state) return state;

  renameSync(file, `${file}.damaged`);
  say(`sandbox state was unreadable: kept as ${file}.damaged, starting fresh`);
  return freshState();
}

function parse(text: string): State | null {
  try {
    // Only this program writes the file, whole or not at all, so the version is all there is to check.
    const value = JSON.parse(text) as State;
    return value.version === 1 && value.facebook && Array.isArray(value.deliveries) ? upgrade(value) : null;
  } catch {
    return null;
  }
}

function write(file: string, state: State) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, file);
}
