/** Every sample is a view that main could send, in every language and scale. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '#contract/language.ts';
import { ScreenBody } from '#contract/screen.ts';
import { TextScale } from '#contract/screen/intent.ts';
import { MACHINES, SAMPLES } from './all-samples.ts';
import { makeView } from './sample.ts';

const machine = MACHINES['portrait-27'];

test.each([...SAMPLES])('%s is a whole view', (_, sample) => {
  if (machine === undefined) throw new Error('the reference machine is gone');
  for (const language of LANGUAGES)
    for (const scale of TextScale.options) expect(makeView(sample, language, scale, machine).language).toBe(language);
});

test('there is a sample of every kind of screen', () => {
  if (machine === undefined) throw new Error('the reference machine is gone');
  const shown = new Set([...SAMPLES.values()].map((sample) => makeView(sample, 'en', 'standard', machine).body.kind));
  expect([...shown].toSorted()).toEqual(ScreenBody.options.map((option) => option.shape.kind.value).toSorted());
});
