/** Builds Electron's preload into the one CommonJS file that a sandboxed renderer can load. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromHere = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: fromHere('.'),
  build: {
    outDir: fromHere('../../.build/preload'),
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: fromHere('electron-preload.ts'),
      formats: ['cjs'],
      fileName: () => 'electron-preload.cjs',
    },
    rolldownOptions: { external: ['electron'] },
  },
});
