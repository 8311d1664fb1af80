/** Builds the kiosk page; with `--mode gallery` the review gallery, which never ships, into a folder of its own. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ mode }) => {
  const gallery = mode === 'gallery';
  return {
    // Relative, so that the same files serve https://kiosk.invalid/ and a developer's loopback address.
    base: './',
    plugins: [react()],
    resolve: { alias: { '#contract': fileURLToPath(new URL('../contract', import.meta.url)) } },
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
