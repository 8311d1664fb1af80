/** What the gate proved on this machine before, below the user's cache folder; lost or spoiled, everything is proved anew. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { Json } from '#contract/json.ts';
import type { GateMemory } from '#flows/gate/gate-memory.ts';
import { hashOf, programName } from './program-name.ts';

const Kept = z.strictObject({ read: z.record(z.string(), Json), proven: z.array(z.string()) });

export interface KeptProofs extends GateMemory {
  /** Writes what was of use this time; a folder that can't be written to costs only time. */
  save(): Promise<void>;
}

/** Proofs of another program are no proofs: the file is named after this one. */
export async function openKeptProofs(folder = cacheFolder()): Promise<KeptProofs> {
  const file = path.join(folder, `gate-${programName().slice(0, 16)}.json`);
  const { read, proven } = await readKept(file);
  const usedRead = new Map<string, Json>();
  const usedProven = new Set<string>();
  return {
    readAs: (text) => {
      const name = hashOf([text]);
      const value = read.get(name);
      if (value !== undefined) usedRead.set(name, value);
      return value;
    },
    keepRead: (text, value) => void usedRead.set(hashOf([text]), value),
    isProven: (what) => {
      const name = hashOf([what]);
      if (proven.has(name)) usedProven.add(name);
      return proven.has(name);
    },
    prove: (what) => void usedProven.add(hashOf([what])),
    save: async () => {
      const draft = `${file}.${process.pid}`;
      const kept = { read: Object.fromEntries(usedRead), proven: [...usedProven] };
      try {
        await mkdir(folder, { recursive: true });
        const text = JSON.stringify(kept);
        await writeFile(draft, `${hashOf([text])}\n${text}`);
        await rename(draft, file);
      } catch {
        // Next time everything is proved anew.
      }
    },
  };
}

async function readKept(file: string): Promise<{ read: ReadonlyMap<string, Json>; proven: ReadonlySet<string> }> {
  try {
    const [sum = '', text = ''] = (await readFile(file, 'utf8')).split('\n');
    if (hashOf([text]) !== sum) throw new Error('spoiled');
    const kept = Kept.parse(JSON.parse(text));
    return { read: new Map(Object.entries(kept.read)), proven: new Set(kept.proven) };
  } catch {
    return { read: new Map(), proven: new Set() };
  }
}

function cacheFolder(): string {
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'yeban');
}
