/** Steps of several services made one: where they differ, the longest wait, and the edge that asks least of the citizen. */
import { expect, test } from 'vitest';
import { ElementId, SourceId, StepId } from '#contract/ids.ts';
import type { StepOf } from '../language/step.ts';
import { mergedLookup, mergedPromise } from './shared-steps.ts';

const id = StepId.parse('merged');
const lookup = (away: 'retry' | 'leave-safely' | 'go-on', seconds: number, shown: boolean): StepOf<'lookup'> => ({
  id: StepId.parse('own'),
  kind: 'lookup',
  source: SourceId.parse('household'),
  shown,
  timeLimitSeconds: seconds,
  faults: { 'hub.away': away, 'hub.refused': 'retry' },
});

test('a lookup waits as long as the most patient, is shown when one shows it, and goes on only where all may', () => {
  const merged = mergedLookup(id, [
    lookup('go-on', 8, false),
    lookup('leave-safely', 15, true),
    lookup('retry', 5, false),
  ]);
  expect(merged).toMatchObject({ id, timeLimitSeconds: 15, shown: true });
  expect(merged.faults).toEqual({ 'hub.away': 'leave-safely', 'hub.refused': 'retry' });
  expect(mergedLookup(id, [lookup('retry', 8, false), lookup('go-on', 8, false)])).toMatchObject({
    shown: false,
    faults: { 'hub.away': 'go-on' },
  });
});

test('one word is asked about at the hub as its strictest service says', () => {
  const element = ElementId.parse('incomePromise');
  const promise = (refused: 'go-on' | 'leave-safely'): StepOf<'promise'> => ({
    id: StepId.parse('own'),
    kind: 'promise',
    element,
    faults: { 'hub.away': 'go-on', 'hub.refused': refused },
  });
  for (const steps of [
    [promise('go-on'), promise('leave-safely')],
    [promise('leave-safely'), promise('go-on')],
  ])
    expect(mergedPromise(id, element, steps).faults).toEqual({ 'hub.away': 'go-on', 'hub.refused': 'leave-safely' });
});
