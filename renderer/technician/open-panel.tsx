/** The unlocked panel: which page is open, the ways between the pages, and the lock in the corner of each. */
import { useState, type ReactNode } from 'react';
import type { DeviceId } from '#contract/ids.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import { KioskPress } from '../press/kiosk-press.tsx';
import { BundlePage } from './bundle/bundle-page.tsx';
import { CabinetPage } from './cabinet/cabinet-page.tsx';
import { DevicePage } from './device/device-page.tsx';
import { HistoryPage } from './history/history-page.tsx';
import { KioskPage } from './kiosk/kiosk-page.tsx';
import { LanguagePress } from './language-press.tsx';
import { usePanel } from './panel-context.tsx';
import type { PanelFrameProps, Way } from './panel-frame.tsx';
import { SuppliesPage } from './supplies/supplies-page.tsx';

export type Place =
  | { readonly at: 'cabinet' | 'supplies' | 'history' | 'kiosk' | 'bundle' }
  | { readonly at: 'device'; readonly device: DeviceId };

/** What the frame needs on every page. */
export type Surroundings = Pick<PanelFrameProps, 'ways' | 'corner'>;

interface OpenPanelProps {
  readonly unlocked: Extract<TechnicianReply, { kind: 'unlocked' }>;
  readonly lock: () => void;
  readonly speak: () => void;
  /** Told when another page is under the finger. */
  readonly moved: () => void;
  readonly first?: Place;
}

export function OpenPanel({ unlocked, lock, speak, moved, first = { at: 'cabinet' } }: OpenPanelProps): ReactNode {
  const { say } = usePanel();
  const [place, setPlace] = useState<Place>(first);
  const go = (next: Place): void => {
    setPlace(next);
    moved();
  };
  const way = (sign: Way['sign'], at: Exclude<Place['at'], 'device'>, words: string): Way => {
    const here = place.at === at || (place.at === 'device' && at === 'cabinet');
    return { sign, words, here, go: () => go({ at }) };
  };
  const surroundings: Surroundings = {
    ways: [
      way('cabinet', 'cabinet', say('机柜', 'Cabinet')),
      way('roll', 'supplies', say('耗材', 'Supplies')),
      way('clock', 'history', say('历史', 'History')),
      way('kiosk', 'kiosk', say('整机', 'Kiosk')),
      way('stick', 'bundle', say('导出日志', 'Take logs')),
    ],
    corner: (
      <>
        <LanguagePress speak={speak} />
        <KioskPress look="primary" does={lock} label={say(`锁定（${unlocked.name}）`, `Lock (${unlocked.name})`)}>
          {say('锁定', 'Lock')}
        </KioskPress>
      </>
    ),
  };
  switch (place.at) {
    case 'cabinet':
      return <CabinetPage surroundings={surroundings} open={(device) => go({ at: 'device', device })} />;
    case 'device':
      return (
        <DevicePage
          key={place.device}
          surroundings={surroundings}
          device={place.device}
          back={() => go({ at: 'cabinet' })}
          moved={moved}
        />
      );
    case 'supplies':
      return <SuppliesPage surroundings={surroundings} />;
    case 'history':
      return <HistoryPage surroundings={surroundings} />;
    case 'kiosk':
      return <KioskPage surroundings={surroundings} />;
    case 'bundle':
      return <BundlePage surroundings={surroundings} lock={lock} />;
    default:
      return place satisfies never;
  }
}
