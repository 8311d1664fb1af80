/** The resident ID card reader with SAM_A frames (SDT) on HID reports: only the cable is another. */
import { fail, ok } from '#contract/result.ts';
import { defineDriver } from '../define-driver.ts';
import { reportsAsBytes } from '../hid/reports-as-bytes.ts';
import { narrateReaderReports } from './narrate.ts';
import { serveReader } from '../idcard-sdt/serve-reader.ts';
import type { ReportCables } from '../transport/cables.ts';
import { hidAddress } from '../transport/hid-address.ts';

export const idcardSdtHid = defineDriver<'CardReader', 'idcard-sdt-hid', ReportCables>({
  deviceClass: 'CardReader',
  model: 'idcard-sdt-hid',
  narrate: narrateReaderReports,
  open: ({ cables, place, ...surroundings }) =>
    serveReader(async () => {
      const opened = await cables.reports(hidAddress(place));
      if (!opened.ok) return opened;
      const line = reportsAsBytes(opened.value);
      if (line !== null) return ok(line);
      await opened.value.close();
      return fail({ reason: 'refused', detail: 'no card reader: its reports carry nothing both ways' });
    }, surroundings),
});
