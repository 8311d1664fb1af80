/** The doctor tells the truth about broken cabinets beside a running kiosk, which has their ports; in Chinese. */
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import { BROKEN_CABINETS } from '#fixtures/cabinet/broken-cabinets.table.ts';
import { examine, isFound, withCabinet } from '#fixtures/cabinet/examine-cabinet.ts';

describe('beside a running kiosk', { concurrent: true, timeout: 60_000 }, () => {
  beforeAll(() => void vi.stubEnv('LC_ALL', 'zh_CN.UTF-8'));
  afterAll(() => void vi.unstubAllEnvs());

  const differs = BROKEN_CABINETS.flatMap((each) => (each.beside === null ? [] : [{ ...each, beside: each.beside }]));
  test.for(differs)('$name', ({ devices, spoil, beside }) =>
    withCabinet(devices, async (cabinet) => {
      await spoil(cabinet);
      await cabinet.startKiosk();
      isFound(await examine(cabinet, devices[0]), devices[0], beside);
    }),
  );
});
