/** What is looked up elsewhere: being asked for, as it came, or what to do when nobody answers. */
import { FAULTS } from '#contract/faults.table.ts';
import type { SourceId, StepId } from '#contract/ids.ts';
import type { ScreenBody } from '#contract/screen.ts';
import type { Page } from '../../compile/page.ts';
import { canDo, contextOf } from '../visit.ts';
import { phonesOf } from './ask-later.ts';
import { onwardWord } from './onward.ts';
import { removeWanting } from './remove-now.ts';
import { runningIn, type Scene } from './scene.ts';
import { type Sheet, spokenFacts } from './sheet.ts';
import { factsFound } from './source-facts.ts';

type Phase = Extract<Page, { kind: 'lookup' }>['phase'];
type Entry = Extract<ScreenBody, { kind: 'lookup' }>['entries'][number];

/** More rows than this nobody reads on a screen; a proof has them all. */
const MOST_ROWS = 12;

export function sourceView(scene: Scene, step: StepId, id: SourceId, phase: Phase): Sheet {
  const { t, say, content, language } = scene;
  const running = runningIn(scene);
  const source = content.sources[id];
  if (source === undefined) throw new RangeError(`no source ${id} in this release`);
  const { fault, data } = contextOf(running);
  const title = say(source.label);
  const common = { title, help: 'help.source' } as const;
  const page = (shown: Extract<ScreenBody, { kind: 'lookup' }>): Pick<Sheet, 'body' | 'spoken'> => ({
    body: shown,
    spoken: [
      shown.headline,
      ...shown.detail.split('\n'),
      ...shown.entries.flatMap((entry) => [entry.title, ...spokenFacts(entry.facts, language)]),
    ],
  });
  if (phase === 'asking')
    return {
      ...common,
      ...page({
        kind: 'lookup',
        phase,
        headline: t('source.asking', { what: title }),
        detail: t('lookup.askingDetail'),
        entries: [],
      }),
    };
  if (phase === 'trouble') {
    const { citizen, nextStep } = FAULTS[fault ?? 'hub.refused'];
    const without = { label: t('source.goOn'), intent: { kind: 'next' } } as const;
    const retry = { label: t('button.retry'), intent: { kind: 'retry' } } as const;
    const leave = { label: t('button.leave'), intent: { kind: 'leave' } } as const;
    return {
      ...common,
      ...page({ kind: 'lookup', phase, headline: say(citizen), detail: say(nextStep), entries: [] }),
      primary: canDo(running, 'retry') ? retry : canDo(running, 'next') ? without : leave,
      others: canDo(running, 'retry') && canDo(running, 'next') ? [without] : removeWanting(scene, step),
    };
  }
  const found = data[id]?.found ?? null;
  const shared: Omit<Entry, 'title' | 'facts'> = {
    tone: 'calm',
    state: '',
    parts: [],
    bring: [],
    reason: null,
    nextStep: null,
  };
  const rows = source.rows;
  const entries: Entry[] =
    found === null
      ? []
      : [
          { ...shared, title, facts: factsFound(scene, source.fields, found.fields) },
          ...(rows === undefined ? [] : found.rows.slice(0, MOST_ROWS)).map((row, index) => ({
            ...shared,
            title: t('source.row', { what: rows === undefined ? '' : say(rows.label), number: index + 1 }),
            facts: factsFound(scene, rows?.fields ?? {}, row),
          })),
        ].filter(({ facts }) => facts.length > 0);
  const total = found?.rows.length ?? 0;
  const isPrinted = running.plan.steps.some((each) => each.source.kind === 'print' && each.source.source === id);
  const details = [
    ...(rows !== undefined && total > MOST_ROWS
      ? [t('source.more', { what: say(rows.label), shown: MOST_ROWS, total })]
      : []),
    ...(total > MOST_ROWS && isPrinted ? [t('source.onPaper')] : []),
    t('source.wrong', { phones: phonesOf(scene) }),
  ];
  return {
    ...common,
    ...page({
      kind: 'lookup',
      phase: found === null ? 'nothing' : 'found',
      headline: found === null ? say(source.nothing) : t('source.found'),
      detail: details.join('\n'),
      entries,
    }),
    primary: { label: t(onwardWord(running, { step })), intent: { kind: 'next' } },
  };
}
