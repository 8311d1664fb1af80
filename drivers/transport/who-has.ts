/** Which program has a device open: HID devices have no lock, and two that read one device get half of it each. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';

/** `1234 (name)` of the first that has it open, this program included; null when nobody has, as far as one may see. */
export async function whoHas(node: string, proc = '/proc'): Promise<string | null> {
  const processes = (await readdir(proc).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const holders = await Promise.all(processes.map(async (id) => ((await hasOpen(proc, id, node)) ? id : null)));
  const holder = holders.find((id) => id !== null);
  if (holder === undefined || holder === null) return null;
  const name = await readFile(path.join(proc, holder, 'comm'), 'utf8').catch(() => '?');
  return `${holder} (${name.trim()})`;
}

async function hasOpen(proc: string, id: string, node: string): Promise<boolean> {
  const folder = path.join(proc, id, 'fd');
  const names = await readdir(folder).catch(() => []);
  const links = await Promise.all(names.map((name) => readlink(path.join(folder, name)).catch(() => '')));
  return links.includes(node);
}
