/** Lays out what electron-builder packs: `npm run package:electron-app`, then electron-builder with its yml. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { copyApp } from './copy-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** As electron-builder.yml names it. */
export const ELECTRON_APP = '.build/electron-app';

/** Replaces the folder. */
export async function buildElectronApp(target = path.join(ROOT, ELECTRON_APP)): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await copyApp(ROOT, target, 'electron');
}

if (import.meta.main) await buildElectronApp();
