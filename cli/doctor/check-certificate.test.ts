/** What is said of a hub's certificate, and where there is none. */
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { checkCertificate, judgeCertificate } from './check-certificate.ts';

const TODAY = Date.parse('2026-11-21T12:00:00Z');
const until = (day: string, distrust: string | null = null) =>
  judgeCertificate({ validTo: new Date(`${day}T23:59:59Z`), distrust }, TODAY);

test('good for a year, near its end, expired: each says its day', () => {
  expect(until('2027-11-20')).toMatchObject({ state: 'ok', hint: null });
  expect(until('2026-12-01')).toMatchObject({
    state: 'warning',
    message: { en: expect.stringContaining('2026-12-01') },
  });
  expect(until('2026-11-01', 'CERT_HAS_EXPIRED')).toMatchObject({
    state: 'failed',
    message: { en: expect.stringContaining('CERT_HAS_EXPIRED') },
  });
});

test('plain http has none; who answers without TLS, or not at all, shows none', async () => {
  const hub = (url: string) => checkCertificate({ hub: { url } });
  expect(await hub('http://127.0.0.1:8700')).toBeNull();
  const rude = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  await new Promise((listening) => rude.once('listening', listening));
  const address = rude.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await hub(`https://127.0.0.1:${port}`)).toMatchObject({ id: 'certificate', state: 'unknown' });
  rude.close();
});
