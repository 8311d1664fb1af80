/** The doctor tells the truth about broken cabinets beside a running kiosk, which has their ports; in Chinese. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BROKEN_CABINETS } from '#fixtures/cabinet/broken-cabinets.table.ts';
import { examine, isFound, withCabinet } from '#fixtures/cabinet/examine-cabinet.ts';
import { ENTRIES } from '#fixtures/cabinet/open-small-cabinet.ts';
import { typeYeban } from '#fixtures/cabinet/type-yeban.ts';

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

  test('more devices than the kiosk hears callers at once: each is looked at', () =>
    withCabinet([], async (cabinet) => {
      const names = Array.from({ length: 12 }, (_, index) => `reader-${index}`);
      await cabinet.configure(names.map((id) => ({ ...ENTRIES['card-reader'](`/dev/yeban-none-${id}`), id })));
      await cabinet.startKiosk();
      const { out } = await typeYeban('doctor', '--config', cabinet.configFile, '--json');
      const { checks } = JSON.parse(out).result;
      const devices = checks.filter(({ id }: { id: string }) => id === 'device');
      expect(devices.map(({ device, state }: Record<string, string>) => [device, state])).toEqual(
        names.map((name) => [name, 'failed']),
      );
    }));
});
