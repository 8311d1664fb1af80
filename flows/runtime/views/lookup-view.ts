/** The citizen's cases as the hub knows them: where each stands, and why one was returned. */
import { FAULTS } from '#contract/faults.table.ts';
import { canDo, contextOf } from '../visit.ts';
import { phonesOf } from './ask-later.ts';
import { caseEntry, spokenEntry } from './case-entry.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

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
    const mayRetry = canDo(running, 'retry');
    return {
      ...common,
      body: { kind: 'lookup', phase, headline, detail, entries: [] },
      spoken: [headline, detail],
      primary: mayRetry
        ? { label: t('button.retry'), intent: { kind: 'retry' } }
        : { label: t('button.leave'), intent: { kind: 'leave' } },
    };
  }
  const entries = (found ?? []).map((row) => caseEntry(scene, row));
  const some = entries.length > 0;
  const headline = some ? t('lookup.found', { count: entries.length }) : t('lookup.nothing');
  const detail = t(some ? 'lookup.foundDetail' : 'lookup.nothingDetail', { phones: phonesOf(scene) });
  return {
    ...common,
    body: { kind: 'lookup', phase: some ? 'found' : 'nothing', headline, detail, entries },
    spoken: [headline, ...entries.flatMap((entry) => spokenEntry(entry, language)), detail],
    primary: { label: t('button.finish'), intent: { kind: 'next' } },
  };
}
