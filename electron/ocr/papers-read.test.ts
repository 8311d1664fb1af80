/** The demo's recipes on pictures of invented papers, through the real engine: what is found is right. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MaterialId } from '#contract/ids.ts';
import { type PaperPress, openPaperPress } from '#fixtures/papers/print-paper.ts';
import { Materials } from '#flows/language/material.ts';
import { readFields } from '#flows/reading/read-fields.ts';
import { readEngineData } from './engine-files.ts';
import { type OcrEngine, startEngine } from './engine.ts';

const CATALOGUE = path.resolve(import.meta.dirname, '../../flows/catalog/materials.yaml');

let press: PaperPress;
let engine: OcrEngine;
let materials: Materials;
beforeAll(async () => {
  [press, engine] = await Promise.all([openPaperPress(), readEngineData().then(startEngine)]);
  materials = Materials.parse(parse(await readFile(CATALOGUE, 'utf8')));
});
afterAll(() => press.close());

/** Where each field stands may be off by as much: boxes of Chinese characters are the engine's estimate. */
const OFF_BY_PX = 60;

/**
 * At least so many fields must be right on a page that looks like this: what a new engine or setting may not lose. What
 * was checked is never wrong. A name alone can be, with full confidence: 海棠 is read as 海党, and the citizen must say so.
 */
test.each([
  ['household-page', 'clean', 3, 5],
  ['business-licence', 'uneven-light', 2, 5],
  ['hospital-invoice', 'turned', 3, 4],
  ['marriage-certificate', 'clean', 5, 6],
] as const)('%s, %s: at least %i of %i fields, and nothing wrong that was checked', async (kind, wear, least, all) => {
  const { png, truth } = await press.print(kind, { seed: 2, wear });
  const read = engine.read(png);
  const recipe = materials[MaterialId.parse(kind)]?.recipe;
  if (!read.ok || recipe === undefined) throw new Error('no reading or no recipe');
  const readings = Object.entries(readFields(recipe, read.value));
  expect(readings).toHaveLength(all);
  const right: string[] = [];
  for (const [name, reading] of readings) {
    if (!reading.found) continue;
    if (reading.check !== 'anchorOnly') expect(reading.value, name).toBe(truth.fields[name]);
    if (reading.value === truth.fields[name]) right.push(name);
    if (wear !== 'turned')
      expect(Math.abs(reading.box.top - (truth.boxes[name]?.[1] ?? NaN)), name).toBeLessThan(OFF_BY_PX);
  }
  expect(right.length, JSON.stringify(readings)).toBeGreaterThanOrEqual(least);
});
