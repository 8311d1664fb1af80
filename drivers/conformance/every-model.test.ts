/** No model without its subject: whoever adds one to MODELS is told here what it owes. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MODELS, type ModelEntry } from '#contract/devices/models.ts';
import { missingCommands } from './every-command.ts';

const DRIVERS = path.resolve(import.meta.dirname, '..');
/** A camera is opened by the page's browser: no driver has its wire. */
const models = Object.values(MODELS).flatMap((ofClass) =>
  Object.entries<ModelEntry>(ofClass).flatMap(([model, { cables }]) => (cables.includes('uvc') ? [] : [model])),
);

test.each(models)('%s runs against the table of misbehaviours', (model) => {
  expect(existsSync(path.join(DRIVERS, model, 'conformance.test.ts'))).toBe(true);
});

test('a subject that leaves a command of its model out is told which', () => {
  expect(missingCommands({ model: 'lights-modbus', commands: [] })).toEqual(['setLight', 'allOff']);
  expect(missingCommands({ model: 'ups-megatec', commands: [] })).toEqual([]);
  expect(() => missingCommands({ model: 'nobody', commands: [] })).toThrow('nobody');
});
