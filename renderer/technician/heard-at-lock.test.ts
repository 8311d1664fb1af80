/** Whoever answered wrong too often is told to compare name and challenge: both must still be there. */
import { expect, test } from 'vitest';
import { KioskId, StationId } from '#contract/ids.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { heardAtLock, NOT_ASKED, type Challenge } from './heard-at-lock.ts';

const challenge: Challenge = {
  kind: 'challenge',
  challenge: '0123456789',
  kiosk: KioskId.parse('0199aaaa-0000-7000-8000-000000000001'),
  station: StationId.parse('micro-centre-1'),
  expiresInMs: 600_000,
};
const refused = (code: string, waitMs: number | null): TechnicianReply => ({
  kind: 'refused',
  ...{ code, waitMs, message: '' },
});

test('a wrong answer leaves the challenge good; the third leaves it to be read, and not to be answered', () => {
  const asked = heardAtLock(NOT_ASKED, challenge);
  expect(asked).toEqual({ challenge, spent: false, refusal: null });
  const wrong = heardAtLock(asked, refused('technician.wrongAnswer', null));
  expect(wrong).toMatchObject({ challenge, spent: false });
  const third = heardAtLock(wrong, refused('technician.wrongAnswer', 30_000));
  expect(third).toMatchObject({ challenge, spent: true, refusal: { code: 'technician.wrongAnswer' } });
  expect(heardAtLock(third, challenge)).toMatchObject({ spent: false, refusal: null });
});

test('a challenge that is used up is spent', () => {
  const asked = heardAtLock(NOT_ASKED, challenge);
  expect(heardAtLock(asked, refused('technician.noChallenge', null))).toMatchObject({ challenge, spent: true });
});
