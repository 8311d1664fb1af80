/** Bundles the two processes that `yeban bench shell` starts, exactly as a kiosk is bundled that ships. */
import { defineConfig } from 'vite';
import { programs } from '../electron/vite.config.ts';

export default defineConfig(
  programs({ kiosk: 'bench/shell/kiosk-process.ts', empty: 'bench/shell/empty-process.ts' }, '.build/bench'),
);
