/** The panel can be read at arm's length and hit with gloves, on every machine. */
import { expect, test } from 'vitest';
import { CAPITAL_PER_FONT } from '#contract/screen/text-sizes.ts';
import { MACHINES } from '../gallery/samples/all-samples.ts';
import { panelMeasures } from './panel-measures.ts';

test.each(Object.entries(MACHINES))('%s: 25 minutes of arc for a capital, 20 mm for a finger', (_, machine) => {
  const values = panelMeasures(machine);
  const capitalMm = Number(values.get('--smallest-text-mm')) * CAPITAL_PER_FONT;
  const minutes = (Math.atan(capitalMm / machine.viewingDistanceMm) * 180 * 60) / Math.PI;
  expect(minutes).toBeCloseTo(25, 0);
  expect(Number(values.get('--target-mm'))).toBeGreaterThanOrEqual(20);
  expect(Number(values.get('--gap-mm'))).toBeGreaterThanOrEqual(3);
});
