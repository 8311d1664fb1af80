/** Builds the program of a kiosk into few files, as it ships: `.build/kiosk/yeban.js`, and beside it what it starts. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { ENGINE_FILES, engineFile, SHIPPED_FOLDER, type EngineFile } from './ocr/engine-files.ts';
import { fontFolder, SHIPPED_FOLDER as PAPER_FONT_FOLDER } from './paper/font-files.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const MIGRATIONS = path.join(ROOT, 'electron/store/migrations');

/** Addons are loaded from where npm put them; a kiosk is not the hub; Electron brings itself. */
const LEFT_OUTSIDE = [
  /^node:/,
  /^electron$/,
  /^better-sqlite3$/,
  /^@serialport\/bindings-cpp$/,
  /^node-hid$/,
  /^pcsc-mini$/,
  /^#hub\//,
];

/** How programs of Node are bundled here, so that what is measured beside a kiosk is bundled like a kiosk. */
export function programs(input: Readonly<Record<string, string>>, folder: string): UserConfig {
  return {
    root: ROOT,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [programsBeside(), migrationsBeside(), pageReaderBeside(), paperFontBeside()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      emitAssets: true,
      license: { fileName: 'licences.md' },
      outDir: path.join(ROOT, folder),
      emptyOutDir: true,
      target: 'node24',
      // For crashes that name our sources: electron/main/name-source.ts.
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(ROOT, file)])),
        external: LEFT_OUTSIDE,
        output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js', sourcemapExcludeSources: true },
      },
    },
  };
}

/** A thread or a process is started by its file, `new URL('./x.ts', import.meta.url)`: it is bundled too, and found. */
function programsBeside(): Plugin {
  const byFile = /new URL\('([^']+\.ts)', import\.meta\.url\)/g;
  return {
    name: 'programs-beside',
    enforce: 'pre',
    async transform(code, id) {
      let changed = code;
      for (const [whole, file = ''] of code.matchAll(byFile)) {
        const source = path.join(path.dirname(id), file);
        const name =
          path.basename(source) === 'main.ts' ? path.basename(path.dirname(source)) : path.basename(file, '.ts');
        const reference = this.emitFile({ type: 'chunk', id: source, name });
        changed = changed.replace(whole, `new URL(import.meta.ROLLUP_FILE_URL_${reference})`);
      }
      return changed === code ? null : { code: changed, map: null };
    },
    // All files of a bundle lie side by side.
    resolveFileUrl: ({ fileName }) => `new URL('./${fileName}', import.meta.url).href`,
  };
}

/** Read from the folder beside the program, as in the sources. */
function migrationsBeside(): Plugin {
  return {
    name: 'migrations-beside',
    buildStart() {
      for (const file of readdirSync(MIGRATIONS)) {
        this.emitFile({
          type: 'asset',
          fileName: `migrations/${file}`,
          source: readFileSync(path.join(MIGRATIONS, file)),
        });
      }
    },
  };
}

/** One of the six engines that npm brings, and one language: 5 MB of 60. */
function pageReaderBeside(): Plugin {
  return {
    name: 'page-reader-beside',
    buildStart() {
      for (const name of Object.keys(ENGINE_FILES) as EngineFile[])
        this.emitFile({
          type: 'asset',
          fileName: `${SHIPPED_FOLDER}/${name}`,
          source: readFileSync(engineFile(name)),
        });
    },
    // It was made to look for the engine in its own folder, which an ES module has under another name; we hand it over.
    transform: (code, id) =>
      id.includes('/tesseract.js-core/') ? { code: code.replaceAll('__dirname', '"."'), map: null } : null,
  };
}

/** The pieces of the font that papers are printed in, and the engine that takes signs out of them. */
function paperFontBeside(): Plugin {
  const engineInside = /await readFile\(\s*require\.resolve\('(harfbuzzjs\/[^']+)'\)\s*\)/;
  return {
    name: 'paper-font-beside',
    buildStart() {
      const folder = fontFolder();
      const pieces = readdirSync(path.join(folder, 'files')).map((name) => `files/${name}`);
      for (const file of ['unicode.json', 'LICENSE', ...pieces.filter((name) => name.endsWith('.woff2'))])
        this.emitFile({
          type: 'asset',
          fileName: `${PAPER_FONT_FOLDER}/${file}`,
          source: readFileSync(path.join(folder, file)),
        });
    },
    // They look for their engines in npm's folders; bundled, each carries its own.
    transform(code, id) {
      if (id.includes('/wawoff2/build/')) return { code: code.replaceAll('__dirname', '"."'), map: null };
      if (!id.includes('/subset-font/index.js')) return null;
      const engine = engineInside.exec(code)?.[1];
      if (engine === undefined) throw new Error('subset-font reads its engine in another way than it did');
      const base64 = readFileSync(createRequire(id).resolve(engine)).toString('base64');
      return { code: code.replace(engineInside, `Buffer.from('${base64}', 'base64')`), map: null };
    },
  };
}

export default defineConfig(programs({ yeban: 'cli/main.ts' }, '.build/kiosk'));
