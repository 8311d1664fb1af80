/** Builds the program of a kiosk into few files, as it ships: `.build/kiosk/yeban.js`, and beside it what it starts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { ENGINE_FILES, engineFile, SHIPPED_FOLDER, type EngineFile } from './ocr/engine-files.ts';

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
    plugins: [programsBeside(), migrationsBeside(), pageReaderBeside()],
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

export default defineConfig(programs({ yeban: 'cli/main.ts' }, '.build/kiosk'));
