/** What passed on every wire of one process, in words, as far back as a technician needs; nothing personal is in it. */
import type { Clock } from '#contract/clock.ts';
import type { TraceLine, TracePage, TraceRequest } from '#contract/devices/trace.ts';
import type { Narrator } from './narrator.ts';
import { recordTap } from './record.ts';
import type { Tap } from './tap.ts';

/** A visit of ten minutes at a reader that is asked three times a second is more than anyone reads. */
const KEPT = 1_000;
/** What comes within this time goes out together. */
const GATHER_MS = 250;

export interface TraceBook {
  /** Hears a wire as `narrate` words it; each wire begins with a narrator of its own. */
  tapFor(device: string, narrate: () => Narrator): Tap;
  /** Null for a device that has no wire here. */
  read(device: string, request: TraceRequest): Promise<TracePage | null>;
}

interface Chapter {
  lines: TraceLine[];
  next: number;
  readonly waiting: Set<() => void>;
}

export function openTraceBook(clock: Clock): TraceBook {
  const chapters = new Map<string, Chapter>();
  const pageOf = ({ lines, next }: Chapter, after: number): TracePage => ({
    // Numbers of a host that died may be higher than ours: whoever follows begins with ours again.
    lines: after > next ? lines : lines.filter(({ n }) => n >= after),
    next,
  });
  return {
    tapFor(device, narrate) {
      const chapter: Chapter = { lines: [], next: 0, waiting: new Set() };
      chapters.set(device, chapter);
      return (wire) => {
        const narrator = narrate();
        return recordTap(clock, (passage) => {
          for (const { direction, words } of narrator.hear(passage)) {
            chapter.lines.push({ n: chapter.next, at: clock.now(), direction, words });
            chapter.next += 1;
          }
          if (chapter.lines.length > KEPT) chapter.lines = chapter.lines.slice(-KEPT);
          for (const wake of [...chapter.waiting]) wake();
        })(wire);
      };
    },
    async read(device, { after, waitMs }) {
      const chapter = chapters.get(device);
      if (chapter === undefined) return null;
      const from = after ?? 0;
      if (pageOf(chapter, from).lines.length === 0 && waitMs > 0) await somethingOr(chapter, waitMs, clock);
      return pageOf(chapter, from);
    },
  };
}

function somethingOr(chapter: Chapter, waitMs: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      chapter.waiting.delete(wake);
      resolve();
    };
    const stopWaiting = clock.after(waitMs, end);
    const wake = (): void => {
      chapter.waiting.delete(wake);
      stopWaiting();
      clock.after(GATHER_MS, end);
    };
    chapter.waiting.add(wake);
  });
}
