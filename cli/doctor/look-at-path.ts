/** Whether a device's path leads to a device that this user may open, and if not, what stands in the way. */
import { access, constants, readdir, readFile, realpath, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { LocalText } from '#contract/language.ts';
import { words } from '../reader-language.ts';
import { nearestWord } from '#contract/nearest-word.ts';
import { hidrawHere, isHidraw, ruleFor } from './look-at-hid.ts';

export type PathLook =
  | { readonly kind: 'open' }
  /** `like`: the path that was probably meant, or null. `beside`: other ports of this machine of the same kind. */
  | { readonly kind: 'missing'; readonly like: string | null; readonly beside: readonly string[] }
  | { readonly kind: 'notADevice' }
  /** `rule`: the command that gives the device to a group, for one that belongs to root alone; else null. */
  | { readonly kind: 'forbidden'; readonly group: string; readonly user: string; readonly rule?: string | null };

const BY_ID = '/dev/serial/by-id';
const SERIAL = /^tty(S|USB|ACM|AMA)\d+$/;
const SHOWN = 6;
const ROOT = 0;

/** `taken`: the ports of the other devices, which nobody can have meant. */
export async function lookAtPath(file: string, taken: readonly string[] = []): Promise<PathLook> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'EACCES') return { kind: 'forbidden', group: '?', user: os.userInfo().username };
    return missing(file, taken);
  }
  if (!found.isCharacterDevice()) return { kind: 'notADevice' };
  const mayOpen = await access(file, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (mayOpen) return { kind: 'open' };
  return forbidden(file, found.gid, os.userInfo().username);
}

async function forbidden(file: string, gid: number, user: string): Promise<PathLook> {
  const rule = isHidraw(file) && gid === ROOT ? await ruleFor(file) : null;
  return { kind: 'forbidden', group: await nameIn('/etc/group', gid), user, rule };
}

/** Null for a path that can be opened. */
export function explainPath(file: string, look: PathLook): { message: LocalText; hint: LocalText } | null {
  switch (look.kind) {
    case 'open':
      return null;
    case 'missing': {
      const { like, beside } = look;
      const others = beside.length === 0 ? '-' : beside.join(', ');
      return {
        message: words(`路径 ${file} 不存在。`, `There is no ${file}.`),
        hint: words(
          `${like === null ? '' : `是不是 ${like}？`}插好数据线和电源；若接在别的口上，改 kiosk.yaml 的 path。现有${isHidraw(file) ? ' HID 设备' : '串口'}：${others}`,
          `${like === null ? '' : `Did you mean ${like}? `}Plug in its cable and power; if it is on another port, change path in kiosk.yaml. ${isHidraw(file) ? 'HID devices' : 'Serial ports'} here: ${others}`,
        ),
      };
    }
    case 'notADevice':
      return {
        message: words(`${file} 不是设备。`, `${file} is not a device.`),
        hint: words('改 kiosk.yaml 的 path。', 'Change path in kiosk.yaml.'),
      };
    case 'forbidden': {
      const { group, user, rule = null } = look;
      const join = `sudo usermod -aG ${rule === null ? group : 'dialout'} ${user}`;
      const commands = rule === null ? join : `${rule} && ${join}`;
      return {
        message: words(
          `用户 ${user} 无权打开 ${file}（属于 ${group} 组）。`,
          `The user ${user} may not open ${file} (group ${group}).`,
        ),
        hint: words(`${commands}，然后重新登录或重启自助机。`, `${commands}, then log in again or restart the kiosk.`),
      };
    }
  }
}

async function missing(file: string, taken: readonly string[]): Promise<PathLook> {
  if (isHidraw(file)) return { kind: 'missing', like: null, beside: await hidrawHere() };
  const folder = path.dirname(file);
  const names = await readdir(folder).catch(() => []);
  // Of /dev itself only the serial ports: nobody means a virtual terminal.
  const neighbours = names
    .filter((name) => folder !== '/dev' || SERIAL.test(name))
    .map((name) => path.join(folder, name));
  const byId = (await readdir(BY_ID).catch(() => [])).map((name) => path.join(BY_ID, name));
  const ports = (await readdir('/dev')).filter((name) => SERIAL.test(name)).map((name) => path.join('/dev', name));
  const [like, beside] = await Promise.all([withoutTaken(neighbours, taken), withoutTaken([...byId, ...ports], taken)]);
  return { kind: 'missing', like: nearestWord(file, like), beside: beside.slice(0, SHOWN) };
}

/** A port has several names. */
async function withoutTaken(ports: readonly string[], taken: readonly string[]): Promise<readonly string[]> {
  const nodeOf = (port: string): Promise<string> => realpath(port).catch(() => port);
  const nodes = new Set(await Promise.all(taken.map(nodeOf)));
  const named = await Promise.all(ports.map(async (port) => ({ port, node: await nodeOf(port) })));
  return named.flatMap(({ port, node }) => (nodes.has(node) ? [] : [port]));
}

/** By name, as `usermod` wants it; the number when the machine has no name for it. */
async function nameIn(file: string, id: number): Promise<string> {
  const entries = await readFile(file, 'utf8').catch(() => '');
  const entry = entries.split('\n').find((each) => each.split(':')[2] === String(id));
  return entry?.split(':')[0] ?? String(id);
}

/** The same for a kiosk that runs as somebody else: whoever owns its store. */
export async function forbiddenTo(store: string, file: string): Promise<PathLook> {
  const [owner, port] = await Promise.all([stat(store), stat(file)]);
  return forbidden(file, port.gid, await nameIn('/etc/passwd', owner.uid));
}
