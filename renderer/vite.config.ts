/** Builds the kiosk page; with `--mode gallery` the review gallery, which never ships, into a folder of its own. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig(({ mode }) => {
  const gallery = mode === 'gallery';
  return {
    // Relative, so that the same files serve https://kiosk.invalid/ and a developer's loopback address.
    base: './',
    plugins: [react(), ...(gallery ? [] : [preloadLetters()])],
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

/**
 * The parts of the Chinese font are numbered by frequency: the later, the commoner. These and the Latin one hold nearly
 * every character of the catalogue; rarer parts are fetched when a screen needs them.
 */
const COMMON_LETTERS = /noto-sans-sc-(?:latin|11[2-9])-wght-normal-.*\.woff2$/;

/** Has the commonest letters fetched while the page's script still loads, so that no screen waits for them. */
function preloadLetters(): Plugin {
  return {
    name: 'yeban:preload-letters',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => COMMON_LETTERS.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${file}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
