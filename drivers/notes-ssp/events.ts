/** What the events of one poll mean for the note on its way: a pure reducer, for each event is said only once. */
import type { NoteCondition } from '../cash/note-words.ts';
import type { SspEvent } from './codec.ts';

type PowerUp = Extract<NoteCondition, { is: 'powerUp' }>;

export interface NotePath {
  /** The bill that was offered: unless it is told to hold, the next poll accepts it. */
  readonly offered: number | null;
  /** The bill that was offered and hasn't come to rest. */
  readonly inside: number | null;
  /** An older validator: it says each event once, and doesn't wait until it is acknowledged. */
  readonly once: boolean;
  /** Of what it says once something may have been missed: a note that comes out now needn't be the last that was offered. */
  readonly missed: boolean;
  /** It was switched on and hasn't said yet what it found in itself. */
  readonly waking: boolean;
  /** What it found; said until it is told that this was heard. */
  readonly found: PowerUp | null;
}

export const EMPTY_PATH: NotePath = {
  offered: null,
  inside: null,
  once: false,
  missed: false,
  waking: false,
  found: null,
};

export interface Heard {
  readonly path: NotePath;
  readonly conditions: readonly NoteCondition[];
}

/** Never empty: that nothing happens is a condition too. */
export function heard(before: NotePath, events: readonly SspEvent[]): Heard {
  let path = before;
  let calm: NoteCondition = { is: 'idle' };
  const conditions: NoteCondition[] = [];
  for (const event of events) {
    const next = oneHeard(path, event);
    path = next.path;
    if (next.told) conditions.push(next.told);
    else calm = next.calm;
  }
  if (path.waking && !events.some(({ code }) => STILL_WAKING.has(code)))
    path = { ...path, waking: false, found: path.found ?? { is: 'powerUp', bill: 'none' } };
  if (conditions.length > 0) return { path, conditions };
  if (path.waking) return { path, conditions: [{ is: 'starting' }] };
  return { path, conditions: [path.found ?? calm] };
}

/** Reset, initialising, stacking and rejecting. */
const STILL_WAKING: ReadonlySet<number> = new Set([0xf1, 0xb6, 0xcc, 0xed]);

interface One {
  readonly path: NotePath;
  /** Said for itself; null: it only goes on. */
  readonly told: NoteCondition | null;
  readonly calm: NoteCondition;
}

function oneHeard(path: NotePath, { code, channel }: SspEvent): One {
  const bill = channel - 1;
  const goesOn = (is: 'accepting' | 'stacking' | 'returning' | 'disabled' | 'starting' | 'busy' | 'paused'): One => ({
    path,
    told: null,
    calm: { is },
  });
  const told = (condition: NoteCondition, after: NotePath = path): One => ({
    path: after,
    told: condition,
    calm: { is: 'busy' },
  });
  const rested: NotePath = { ...path, offered: null, inside: null };
  switch (code) {
    case 0xf1:
      return {
        ...goesOn('starting'),
        path: { ...rested, missed: path.once, waking: true, found: stillUntold(path.found) },
      };
    case 0xe1:
      return cleared(path, bill, 'givenBack');
    case 0xe2:
      return cleared(path, bill, 'inStacker');
    case 0xef:
      if (channel === 0) return goesOn('accepting');
      return told({ is: 'escrow', bill }, { ...path, offered: bill, inside: bill, missed: false });
    // A barcode ticket: no bill of its table, so it is given back.
    case 0xe5:
      return told({ is: 'escrow', bill: TICKET }, { ...path, offered: TICKET, inside: null });
    case 0xee:
      return told({ is: 'stacked', bill }, rested);
    case 0xec:
      if (path.missed) return { ...goesOn('busy'), path: rested };
      return path.inside === null
        ? told({ is: 'refusing', why: 0 }, rested)
        : told({ is: 'returned', bill: path.inside }, rested);
    case 0xcc:
    case 0xeb:
      return goesOn('stacking');
    case 0xed:
      return { ...goesOn(path.missed ? 'busy' : 'returning'), path: { ...path, offered: null } };
    case 0xe8:
    case 0xb5:
      return goesOn('disabled');
    case 0xb6:
    case 0xe4:
      return goesOn('starting');
    case 0xe0:
      return goesOn('paused');
    case 0xea:
    case 0xe9:
      return told({ is: 'jammed', code });
    case 0xe7:
      return told({ is: 'boxFull', code });
    case 0xe6:
      return told({ is: 'cheated', code });
    case 0xe3:
      return told({ is: 'boxRemoved', code });
    default:
      return goesOn('busy');
  }
}

const TICKET = 255;

/** Switched off and on once more before anybody heard what it had found. */
function stillUntold(found: PowerUp | null): PowerUp | null {
  return found?.bill === 'none' ? null : found;
}

/** At power-up it has moved the note it found, and says so again until it is heard; said later, it is an outcome. */
function cleared(path: NotePath, bill: number, where: 'givenBack' | 'inStacker'): One {
  if (path.waking || path.found?.bill === where) {
    // The credit of the note before may have been said to nobody: then it needn't be the last that came out.
    const found: PowerUp = { is: 'powerUp', bill: path.once && where === 'givenBack' ? 'none' : where };
    return { path: { ...path, found }, told: null, calm: found };
  }
  return {
    path: { ...path, offered: null, inside: null },
    told: { is: where === 'inStacker' ? 'stacked' : 'returned', bill: bill < 0 ? null : bill },
    calm: { is: 'busy' },
  };
}
