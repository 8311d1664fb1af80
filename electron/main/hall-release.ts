/** Waits for a release this kiosk may run: tries at once, then again and again, and says why it can't. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { Log } from '#contract/log.ts';
import { ReleaseKey } from '#contract/release.ts';
import { fail, type Result } from '#contract/result.ts';
import { loadKioskContent, type KioskContent } from './load-content.ts';

/** How often a kiosk without a usable release looks for one. */
const RETRY_MS = 5_000;

export interface ReleaseWatch {
  /** Rejects for trouble with the disk itself. Settles no more once stopped. */
  readonly found: Promise<KioskContent>;
  stop(): void;
}

/** `refused` hears why a try failed, for example `badSignature`, when it is not the reason of the try before. */
export function awaitRelease(
  config: Pick<KioskConfig, 'store' | 'station' | 'trust'>,
  clock: Clock,
  log: Log,
  refused: (reason: string) => void,
): ReleaseWatch {
  const found = Promise.withResolvers<KioskContent>();
  const sayOnce = onceEach(log);
  let lastReason = '';
  let stopped = false;
  let cancel = (): void => {};
  const attempt = async (): Promise<void> => {
    const content = await load(config, sayOnce);
    if (stopped) return;
    if (content.ok) {
      found.resolve(content.value);
      return;
    }
    if (content.fault !== lastReason) {
      lastReason = content.fault;
      log('release.refused', { reason: content.fault });
      refused(content.fault);
    }
    cancel = clock.after(RETRY_MS, tryNow);
  };
  const tryNow = (): void => {
    attempt().catch(found.reject);
  };
  tryNow();
  return {
    found: found.promise,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

async function load(
  config: Pick<KioskConfig, 'store' | 'station' | 'trust'>,
  log: Log,
): Promise<Result<KioskContent, string>> {
  const trust = await readTrust(config);
  return trust === null ? fail('noTrustRoot') : loadKioskContent(config, trust, log);
}

/** The key this kiosk takes releases by; null while it has none. */
export async function readTrust({ trust, store }: Pick<KioskConfig, 'store' | 'trust'>): Promise<ReleaseKey | null> {
  const file = trust ?? path.join(store, 'trust', 'root.json');
  try {
    return ReleaseKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** A kiosk may wait for a release all night: the same line is noted down once. */
function onceEach(log: Log): Log {
  const said = new Set<string>();
  return (event, detail) => {
    const line = JSON.stringify([event, detail]);
    if (said.has(line)) return;
    said.add(line);
    log(event, detail);
  };
}
