/** Letters are as high as the distance asks, on every machine and in every scale. */
import { expect, test } from 'vitest';
import { TextScale } from '#contract/screen/intent.ts';
import { MACHINES } from '../gallery/samples/all-samples.ts';
import { CAPITAL_PER_FONT, smallestTextMm } from '#contract/screen/text-sizes.ts';
import { measures } from './measures.ts';

test('at 600 mm the smallest capital is 7.3 mm high', () => {
  expect(smallestTextMm(600) * CAPITAL_PER_FONT).toBeCloseTo(7.3, 1);
});

test.each(Object.entries(MACHINES))(
  '%s: no text is below what its distance asks, elder targets are 20 mm',
  (_, machine) => {
    const smallest = smallestTextMm(machine.viewingDistanceMm);
    for (const scale of TextScale.options) {
      const values = measures(machine, scale);
      expect(Number(values.get('--text-mm'))).toBeGreaterThanOrEqual(smallest - 0.001);
      expect(Number(values.get('--frame-text-mm'))).toBeGreaterThanOrEqual(smallest - 0.001);
      expect(Number(values.get('--target-mm'))).toBeGreaterThanOrEqual(scale === 'standard' ? 15 : 20);
      expect(Number(values.get('--gap-mm'))).toBeGreaterThanOrEqual(3);
    }
  },
);
