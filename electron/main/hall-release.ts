/** Waits for a release this kiosk may run: tries at once, then again and again, and says why it can't. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { Log } from '#contract/log.ts';
import { ReleaseKey } from '#contract/release.ts';
import { loadKioskContent, type KioskContent } from './load-content.ts';

/** How often a kiosk without a usable release looks for one. */
const RETRY_MS = 5_000;

export interface ReleaseWatch {
  readonly found: Promise<KioskContent>;
  stop(): void;
}

/** `refused` hears the reason of each failed try, for example `badSignature`. */
export function awaitRelease(
  config: KioskConfig,
  clock: Clock,
  log: Log,
  refused: (reason: string) => void,
): ReleaseWatch {
  const found = Promise.withResolvers<KioskContent>();
  let cancel = (): void => {};
  const attempt = async (): Promise<void> => {
    const trust = await readTrust(config);
    const content = trust === null ? null : await loadKioskContent(config.store, trust, log);
    if (content?.ok) {
      found.resolve(content.value);
      return;
    }
    const reason = content === null ? 'noTrustRoot' : content.fault;
    log('release.refused', { reason });
    refused(reason);
    cancel = clock.after(RETRY_MS, () => void attempt());
  };
  void attempt().catch(found.reject);
  return {
    found: found.promise,
    stop: () => {
      cancel();
    },
  };
}

async function readTrust(config: KioskConfig): Promise<ReleaseKey | null> {
  const file = config.trust ?? path.join(config.store, 'trust', 'root.json');
  try {
    return ReleaseKey.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
