/** What the gate proved before, so that one change is checked alone; whoever keeps it on disk says how texts become short names. */
import type { Json } from '#contract/json.ts';

export interface GateMemory {
  /** What this very text was read as, without a mistake; undefined when nobody read it before. */
  readAs(text: string): Json | undefined;
  keepRead(text: string, value: Json): void;
  /** Whether exactly this passed every proof of the gate. */
  isProven(what: string): boolean;
  prove(what: string): void;
}

/** For as long as the process lives. */
export function gateMemory(): GateMemory {
  const read = new Map<string, Json>();
  const proven = new Set<string>();
  return {
    readAs: (text) => read.get(text),
    keepRead: (text, value) => void read.set(text, value),
    isProven: (what) => proven.has(what),
    prove: (what) => void proven.add(what),
  };
}
