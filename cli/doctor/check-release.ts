/** The release: whether there is one, whether it may be trusted, how old it is. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { KioskConfig } from '#contract/config.ts';
import { METADATA_FILE, ReleaseKey } from '#contract/release.ts';
import { loadKioskContent } from '#electron/main/load-content.ts';
import { loadRelease } from '#electron/release/load-release.ts';
import { findReleaseFolder } from '#electron/release/release-pointer.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';

const A_DAY_MS = 24 * 3_600_000;
const SOON_DAYS = 14;

export async function checkRelease(config: KioskConfig): Promise<Check> {
  const file = config.trust ?? path.join(config.store, 'trust', 'root.json');
  const trust = await readTrust(file);
  if (trust === null) {
    return failed(
      `没有可信的发布公钥（${file}）。`,
      `There is no release key to trust (${file}).`,
      '登记自助机，或放入管理员给的 root.json。',
      'Enrol the kiosk, or put the manager’s root.json there.',
    );
  }
  const folder = path.join(config.store, 'releases');
  const release = await loadRelease({ folder, trust });
  if (!release.ok) {
    const { name, words: said, detail } = release.fault;
    return failed(
      `发布包不可用：${name}${detail === '' ? '' : `（${detail}）`}`,
      `${said} (${[name, detail].filter((word) => word !== '').join(', ')})`,
      '请管理员重新发布并签名。',
      'A manager has to sign and publish a release again.',
    );
  }
  const content = await loadKioskContent(config, trust, () => undefined);
  if (!content.ok || content.value.release !== release.value.version) {
    const reason = content.ok ? `${content.value.release}` : content.fault;
    return failed(
      `发布包 ${release.value.version} 已签名，但不能用（${reason}）。`,
      `Release ${release.value.version} is signed, but can't be used (${reason}).`,
      '请管理员修改后重新发布。',
      'A manager has to correct and publish it again.',
    );
  }
  return tellAge(
    release.value.version,
    await ageDays(folder),
    (Date.parse(release.value.expires) - Date.now()) / A_DAY_MS,
  );
}

function tellAge(version: number, age: number, daysLeft: number): Check {
  const message = words(
    `发布包 ${version} 已验证，${age} 天前放入。`,
    `Release ${version} is verified; it came ${age} days ago.`,
  );
  if (daysLeft > SOON_DAYS) return well('release', message);
  return {
    id: 'release',
    state: 'warning',
    message,
    hint: words(
      `有效期只剩 ${Math.floor(daysLeft)} 天，请管理员更新。`,
      `It is valid for ${Math.floor(daysLeft)} more days: a manager should publish a new one.`,
    ),
  };
}

async function ageDays(releases: string): Promise<number> {
  const folder = await findReleaseFolder(releases);
  const { mtimeMs } = await stat(path.join(folder ?? releases, METADATA_FILE));
  return Math.max(0, Math.floor((Date.now() - mtimeMs) / A_DAY_MS));
}

async function readTrust(file: string): Promise<ReleaseKey | null> {
  try {
    return ReleaseKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

function failed(chinese: string, english: string, thenChinese: string, thenEnglish: string): Check {
  return { id: 'release', state: 'failed', message: words(chinese, english), hint: words(thenChinese, thenEnglish) };
}
