/** Builds the kiosk page; with `--mode gallery` the review gallery, which never ships, into a folder of its own. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const codeReader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

export default defineConfig(({ mode }) => {
  const gallery = mode === 'gallery';
  return {
    // Relative, so that the same files serve https://kiosk.invalid/ and a developer's loopback address.
    base: './',
    plugins: [react()],
    resolve: {
      alias: [
        { find: '#contract', replacement: fileURLToPath(new URL('../contract', import.meta.url)) },
        // The package's own name for it can't carry the `?url&inline` that makes it a part of the worker's file.
        { find: /^zxing-wasm\/reader\/zxing_reader\.wasm/, replacement: codeReader },
      ],
    },
    build: {
      outDir: fileURLToPath(new URL(gallery ? '../.build/renderer-gallery' : '../.build/renderer', import.meta.url)),
      emptyOutDir: true,
      target: 'chrome140',
      // The page's policy allows no inline script and no data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      ...(gallery
        ? {
            rolldownOptions: {
              input: ['index.html', 'frame.html'].map((page) =>
                fileURLToPath(new URL(`gallery/${page}`, import.meta.url)),
              ),
            },
          }
        : {}),
    },
  };
});
