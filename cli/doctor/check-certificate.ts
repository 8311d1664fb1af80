/** The hub's certificate: whether this machine trusts it, and for how long it is still valid. */
import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { KioskConfig } from '#contract/config.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';

const TIMEOUT_MS = 5_000;
const DAY_MS = 86_400_000;
/** Time for somebody to order a new one. */
const SOON_DAYS = 21;
const HTTPS_PORT = 443;

export interface ShownCertificate {
  readonly validTo: Date;
  /** Why this machine does not trust it, in the words of TLS; null when it does. */
  readonly distrust: string | null;
}

/** Null where there is none to look at: plain http to this machine. A hub that is away is another check's finding. */
export async function checkCertificate({ hub }: Pick<KioskConfig, 'hub'>): Promise<Check | null> {
  const url = new URL(hub.url);
  if (url.protocol !== 'https:') return null;
  const shown = await lookAtCertificate(url.hostname, url.port === '' ? HTTPS_PORT : Number(url.port));
  return shown === null
    ? {
        id: 'certificate',
        state: 'unknown',
        message: words('没有看到平台的证书。', 'The hub showed no certificate.'),
        hint: words('连上汇聚平台后再查。', 'Look again when the hub can be reached.'),
      }
    : judgeCertificate(shown, Date.now());
}

/** `now` in ms. */
export function judgeCertificate({ validTo, distrust }: ShownCertificate, now: number): Check {
  const day = validTo.toISOString().slice(0, 10);
  const renew = words('请平台管理员更换证书。', 'Ask whoever runs the hub for a new certificate.');
  if (distrust !== null) {
    return {
      id: 'certificate',
      state: 'failed',
      message: words(
        `本机不信任平台的证书（${distrust}，有效期至 ${day}）。`,
        `This machine does not trust the hub’s certificate (${distrust}, valid until ${day}).`,
      ),
      hint: words(
        '核对本机时间；证书由自己的机构签发时，装入其根证书；否则请平台管理员更换证书。',
        'Check this machine’s date; install the root if the agency signs its own; else ask whoever runs the hub for a new one.',
      ),
    };
  }
  const days = Math.floor((validTo.getTime() - now) / DAY_MS);
  const message = words(
    `平台的证书有效期至 ${day}（还有 ${days} 天）。`,
    `The hub’s certificate is valid until ${day} (${days} days).`,
  );
  return days < SOON_DAYS
    ? { id: 'certificate', state: 'warning', message, hint: renew }
    : well('certificate', message);
}

/** Looks only: nothing is sent over a line that may not be the hub's. Null when nobody shows one in time. */
async function lookAtCertificate(host: string, port: number): Promise<ShownCertificate | null> {
  // An address has no name to ask for.
  const named = isIP(host) === 0 ? { servername: host } : {};
  const socket = connect({ host, port, ...named, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const validTo = new Date(socket.getPeerCertificate().valid_to);
    if (Number.isNaN(validTo.getTime())) return null;
    return { validTo, distrust: socket.authorized ? null : String(socket.authorizationError) };
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}
