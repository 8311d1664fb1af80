/** Where a log bundle may go from the running kiosk, and how it gets there. */
import { fail, type Result } from '#contract/result.ts';
import type { Clock } from '#contract/clock.ts';
import type { BundleReport, Drive } from '#contract/technician/bundle.ts';
import type { RefusalCode } from '#contract/technician/refusals.table.ts';
import { bundleFiles, type BundleNeeds } from './bundle-files.ts';
import { findDrives } from './find-drives.ts';
import { writeBundle } from './write-bundle.ts';

export interface BundleDesk {
  drives(): Promise<Drive[]>;
  /** `folder`: one of the drives. */
  write(folder: string): Promise<Result<BundleReport, RefusalCode>>;
}

export function openBundleDesk(needs: () => BundleNeeds, clock: Clock): BundleDesk {
  const drives = (): Promise<Drive[]> => findDrives(needs().config.technician.bundleFolders);
  return {
    drives,
    async write(folder) {
      const all = await drives();
      if (all.length === 0) return fail('bundle.noDrive');
      const drive = all.find((each) => each.folder === folder);
      if (drive === undefined) return fail('bundle.notADrive');
      const { config } = needs();
      return writeBundle(await bundleFiles(needs()), { folder, station: config.station, now: clock.now() });
    },
  };
}
