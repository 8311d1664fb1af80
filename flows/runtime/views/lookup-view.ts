/** The citizen's cases as the hub knows them: where each stands, and why one was returned. */
import type { CaseState } from '#contract/hub-api.ts';
import type { CaseProgress } from '#contract/hub-desk.ts';
import { FAULTS } from '#contract/faults.table.ts';
import type { ScreenBody } from '#contract/screen.ts';
import { contextOf } from '../visit.ts';
import { phonesOf } from './ask-later.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { dayAtStation } from './days.ts';
import { runningIn, type Scene } from './scene.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

type Entry = Extract<ScreenBody, { kind: 'lookup' }>['entries'][number];

const TONES = {
  received: 'calm',
  accepted: 'calm',
  returned: 'attention',
  completed: 'calm',
} as const satisfies Record<CaseState, Entry['tone']>;

function entryOf({ t, say, station, language }: Scene, row: CaseProgress): Entry {
  const day = (at: number): string => dayInWords(dayAtStation(at, station.timeZone), language);
  const open = row.state === 'received' || row.state === 'accepted';
  return {
    title: say(row.title),
    tone: TONES[row.state],
    state: t(`state.${row.state}`),
    facts: [
      { label: t('paper.caseNumber'), value: row.caseNumber },
      { label: t('lookup.submitted'), value: day(row.submittedAt) },
      open
        ? { label: t('lookup.due'), value: dayInWords(row.dueDay, language) }
        : { label: t('lookup.changed'), value: day(row.changedAt) },
    ],
    reason: row.reason === null ? null : t('lookup.reason', { reason: row.reason }),
    nextStep: row.state === 'returned' ? t('lookup.mend', { service: say(row.title) }) : null,
  };
}

export function lookupView(scene: Scene, phase: 'asking' | 'told' | 'trouble'): Sheet {
  const { t, say, language } = scene;
  const running = runningIn(scene);
  const { found, fault } = contextOf(running);
  const takeCard = { tone: 'calm', text: t('check.takeCard') } as const;
  const common = { title: t('lookup.title'), help: 'help.lookup', notice: takeCard } as const;
  if (phase === 'asking') {
    const [headline, detail] = [t('lookup.asking'), t('lookup.askingDetail')];
    return {
      ...common,
      body: { kind: 'lookup', phase, headline, detail, entries: [] },
      spoken: [headline, detail, takeCard.text],
    };
  }
  if (phase === 'trouble') {
    const { citizen, nextStep } = FAULTS[fault ?? 'hub.refused'];
    const [headline, detail] = [say(citizen), say(nextStep)];
    const mayRetry = running.snapshot.can({ type: 'retry', at: 0, language });
    return {
      ...common,
      body: { kind: 'lookup', phase, headline, detail, entries: [] },
      spoken: [headline, detail],
      primary: mayRetry
        ? { label: t('button.retry'), intent: { kind: 'retry' } }
        : { label: t('button.leave'), intent: { kind: 'leave' } },
    };
  }
  const entries = (found ?? []).map((row) => entryOf(scene, row));
  const some = entries.length > 0;
  const headline = some ? t('lookup.found', { count: entries.length }) : t('lookup.nothing');
  const detail = t(some ? 'lookup.foundDetail' : 'lookup.nothingDetail', { phones: phonesOf(scene) });
  return {
    ...common,
    body: { kind: 'lookup', phase: some ? 'found' : 'nothing', headline, detail, entries },
    spoken: [
      headline,
      ...entries.flatMap(({ title, state, reason, nextStep, facts }) => [
        title,
        state,
        ...(reason === null ? [] : [reason]),
        ...(nextStep === null ? [] : [nextStep]),
        ...spokenFacts(facts, language),
      ]),
      detail,
    ],
    primary: { label: t('button.finish'), intent: { kind: 'next' } },
  };
}
