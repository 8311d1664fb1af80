/** How much memory each process of a kiosk takes: its own pages, and its share of those that it has in common (PSS). */
import { readFileSync } from 'node:fs';
import { familyOf } from '#fixtures/hall/process-tree.ts';

/** The store's worker is a thread of main. What else the browser consists of is its own affair. */
export const PARTS = ['main and store worker', 'device host', 'browser', 'page', 'rest of the browser'] as const;
export type Part = (typeof PARTS)[number];

/** In kB. */
export type FamilyMemory = Readonly<Record<Part, number>>;

/** A process that ends meanwhile counts for nothing. `pid` is main's. */
export function readFamilyMemory(pid: number): FamilyMemory {
  const memory: Record<Part, number> = {
    'main and store worker': 0,
    'device host': 0,
    browser: 0,
    page: 0,
    'rest of the browser': 0,
  };
  for (const each of familyOf(pid, 'no other mark')) memory[partOf(each.pid === pid, each.words)] += readPss(each.pid);
  return memory;
}

export function total(memory: FamilyMemory): number {
  return PARTS.reduce((sum, part) => sum + memory[part], 0);
}

export function partOf(isMain: boolean, words: string): Part {
  if (isMain) return 'main and store worker';
  if (/device-host[^ ]*\.[jt]s/.test(words)) return 'device host';
  if (words.includes('--type=renderer')) return 'page';
  return words.includes('--type=') ? 'rest of the browser' : 'browser';
}

function readPss(pid: number): number {
  try {
    // proc(5): the sums over all mappings, in kB.
    return Number(/^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
