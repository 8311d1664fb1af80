/** One of the citizen's cases in words: where it stands, what each office says of its part, and what is still to be brought. */
import type { CaseState } from '#contract/hub-api.ts';
import type { CaseProgress } from '#contract/hub-desk.ts';
import { howNear, type PartState } from '#contract/hub-parts.ts';
import type { ScreenBody } from '#contract/screen.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { dayAtStation } from './days.ts';
import type { Scene } from './scene.ts';
import { spokenFacts } from './sheet.ts';

export type CaseEntry = Extract<ScreenBody, { kind: 'lookup' }>['entries'][number];

const TONES = {
  received: 'calm',
  accepted: 'calm',
  returned: 'attention',
  refused: 'attention',
  completed: 'calm',
  other: 'calm',
} as const satisfies Record<CaseState | PartState | 'other', CaseEntry['tone']>;

export function caseEntry(scene: Scene, row: CaseProgress): CaseEntry {
  const { t, say, station, language } = scene;
  const day = (at: number): string => dayInWords(dayAtStation(at, station.timeZone), language);
  const open = row.state === 'received' || row.state === 'accepted';
  const partly = row.state === 'completed' && row.parts.some(({ state }) => state === 'refused');
  const again = { service: say(row.title) };
  return {
    title: say(row.title),
    tone: partly ? 'attention' : TONES[row.state],
    state: t(partly ? 'state.partly' : `state.${row.state}`),
    facts: [
      { label: t('paper.caseNumber'), value: row.caseNumber },
      { label: t('lookup.submitted'), value: day(row.submittedAt) },
      open
        ? { label: t('lookup.due'), value: dayInWords(row.dueDay, language) }
        : { label: t('lookup.changed'), value: day(row.changedAt) },
    ],
    parts: row.parts.map((part) => partOf(scene, part)),
    bring: row.owed.map((paper) => owedInWords(scene, paper)),
    // Of several offices each says its own.
    reason: isWhy(row) && row.parts.length === 0 ? t('lookup.reason', { reason: row.reason }) : null,
    nextStep: partly ? t('lookup.mendPart', again) : row.state === 'returned' ? t('lookup.mend', again) : null,
  };
}

/** What a reason is the reason of, a kiosk that does not know the state can't say. */
function isWhy<T extends { readonly state: string; readonly reason: string | null }>(
  row: T,
): row is T & { readonly reason: string } {
  return row.reason !== null && row.state !== 'other';
}

function partOf({ t, say, language }: Scene, part: CaseProgress['parts'][number]): CaseEntry['parts'][number] {
  const open = part.state === 'received' || part.state === 'accepted';
  const office = say(part.office);
  return {
    title: say(part.title),
    tone: TONES[part.state],
    state: t(`part.${part.state}`),
    detail: open ? t('part.by', { office, day: dayInWords(part.dueDay, language) }) : office,
    reason: isWhy(part) ? t('part.reason', { reason: part.reason }) : null,
  };
}

/** What happens when the day has passed a person decides: nobody is told that all is lost. */
function owedInWords(
  { t, say, station, now, language }: Scene,
  { label, dueDay }: CaseProgress['owed'][number],
): string {
  const near = howNear(dueDay, dayAtStation(now, station.timeZone));
  const said = { paper: say(label), day: dayInWords(dueDay, language) };
  return near === 'overdue' ? t('lookup.overdue', said) : t('lookup.owed', said);
}

/** As the ear hears it, what is to be done before the numbers. */
export function spokenEntry(entry: CaseEntry, language: string): readonly string[] {
  const { title, state, parts, bring, reason, nextStep, facts } = entry;
  return [
    title,
    state,
    ...parts.flatMap((part) => [
      ...spokenFacts([{ label: part.title, value: part.state }], language),
      ...(part.reason === null ? [part.detail] : [part.reason]),
    ]),
    ...(reason === null ? [] : [reason]),
    ...bring,
    ...(nextStep === null ? [] : [nextStep]),
    ...spokenFacts(facts, language),
  ];
}
