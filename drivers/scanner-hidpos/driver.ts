/** A scanner that speaks HID Point of Sale: each report brings a piece of a code, and nothing is typed into any page. */
import type { Clock } from '#contract/clock.ts';
import type { SettingsOf } from '#contract/devices/models.ts';
import { fail } from '#contract/result.ts';
import { defineDriver } from '../define-driver.ts';
import type { Driver, DriverSurroundings } from '../driver.ts';
import type { ScanNews } from '../scan/news.ts';
import { serveScanner } from '../scan/serve-scanner.ts';
import type { ReportCables } from '../transport/cables.ts';
import { hidAddress } from '../transport/hid-address.ts';
import type { Reports } from '../transport/transport.ts';
import { hearReport, silence, type Joined, type Joining } from './joiner.ts';
import { readLayout, type ScanLayout } from './layout.ts';
import { narrateReports } from './narrate.ts';

type Settings = SettingsOf<'BarcodeReader', 'scanner-hidpos'>;

export const scannerHidpos = defineDriver<'BarcodeReader', 'scanner-hidpos', ReportCables>({
  deviceClass: 'BarcodeReader',
  model: 'scanner-hidpos',
  narrate: narrateReports,
  open: openScanner,
});

interface Scanner {
  readonly wire: Reports;
  readonly layout: ScanLayout;
}

function openScanner({
  cables,
  place,
  settings,
  ...surroundings
}: DriverSurroundings<Settings, ReportCables>): Driver<'BarcodeReader'> {
  return serveScanner<Reports>(
    {
      async open() {
        const opened = await cables.reports(hidAddress(place));
        if (!opened.ok) return opened;
        if (readLayout(opened.value.descriptor) !== null) return opened;
        await opened.value.close();
        return fail({
          reason: 'refused',
          detail: 'no HID POS scanner: no scanned data (usage page 8C) in its reports',
        });
      },
      attach(wire, tell) {
        const layout = readLayout(wire.descriptor);
        if (layout === null) throw new Error('opened without a layout');
        join({ wire, layout }, settings.quietMs, surroundings.clock, tell);
        return enable({ wire, layout });
      },
    },
    surroundings,
  );
}

function join({ wire, layout }: Scanner, quietMs: number, clock: Clock, tell: (news: ScanNews) => void): void {
  let state: Joining | null = null;
  let stopWaiting: (() => void) | null = null;
  const take = ({ state: next, news }: Joined): void => {
    state = next;
    stopWaiting?.();
    stopWaiting = next === null ? null : clock.after(quietMs, () => take(silence(state)));
    for (const each of news) tell(each);
  };
  wire.onBytes((report) => take(hearReport(state, report, layout)));
  wire.onClosed(() => {
    stopWaiting?.();
    state = null;
  });
}

const HONEYWELL = { vendorId: 0x0c2e, switchedOn: Uint8Array.of(254, 1) } as const;
const SETTING_MS = 1_000;

/** Scanners of Honeywell send nothing before they are switched on; one that refuses was on already, or says nothing anyway. */
async function enable({ wire, layout }: Scanner): Promise<void> {
  if (wire.vendorId === HONEYWELL.vendorId && layout.features.has(254))
    await wire.setFeature(HONEYWELL.switchedOn, SETTING_MS);
}
