/** Where the page reader's engine and language data lie: in npm's folders in a checkout, beside the program where it ships. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { EngineData } from './engine.ts';

/** By the name under which they ship, and their place in the packages they come from. */
export const ENGINE_FILES = {
  'tesseract-core-relaxedsimd-lstm.wasm': 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm',
  'chi_sim.traineddata.gz': '@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz',
} as const;
export type EngineFile = keyof typeof ENGINE_FILES;

/** The folder beside the bundled program. */
export const SHIPPED_FOLDER = 'ocr';

export function engineFile(name: EngineFile): string {
  const shipped = path.join(import.meta.dirname, SHIPPED_FOLDER, name);
  return existsSync(shipped) ? shipped : createRequire(import.meta.url).resolve(ENGINE_FILES[name]);
}

/** About 5 MB, from the disk. */
export async function readEngineData(): Promise<EngineData> {
  const [core, packed] = await Promise.all([
    readFile(engineFile('tesseract-core-relaxedsimd-lstm.wasm')),
    readFile(engineFile('chi_sim.traineddata.gz')),
  ]);
  return { core, language: await promisify(gunzip)(packed) };
}
