/** The pages that were taken: one of them large, with what can be done about it, and all of them in a row. */
import { useState, type ReactNode } from 'react';
import type { PageId } from '#contract/ids.ts';
import { pictureAddress, turnedRight } from '../camera/kept-page.ts';
import { usePage } from '../camera/use-page.ts';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useSession } from '../press/session.tsx';
import type { ScreenProps } from './screen-of.tsx';

interface ScanPagesProps {
  readonly body: ScreenProps<'scan'>['body'];
  onRetake(page: PageId): void;
  onMore(): void;
}

export function ScanPages({ body, onRetake, onMore }: ScanPagesProps): ReactNode {
  const { camera, clock, revision } = useSession();
  const { pages, most, words } = body;
  const [chosen, setChosen] = useState<PageId | null>(null);
  const shown = pages.find(({ page }) => page === chosen) ?? pages.at(-1);
  const jpeg = usePage(camera, shown?.page ?? null);
  if (shown === undefined) return null;
  const rotate = async (): Promise<void> => {
    const turned = jpeg === null ? null : await turnedRight(jpeg, clock);
    if (turned !== null) await camera.keep(revision, { jpeg: turned, codes: null, replaces: shown.page });
  };
  return (
    <div className="scan-pages">
      <div className="scan-page card">{jpeg !== null && <img src={pictureAddress(jpeg)} alt={shown.label} />}</div>
      <div className="scan-page-ways">
        <KioskPress look="secondary" does={() => void rotate()}>
          {words.rotate}
        </KioskPress>
        <KioskPress look="secondary" does={() => onRetake(shown.page)}>
          {words.retake}
        </KioskPress>
        {pages.length < most && (
          <KioskPress look="secondary" does={onMore}>
            {words.addPage}
          </KioskPress>
        )}
        <KioskPress look="quiet" does={{ kind: 'removePage', page: shown.page }}>
          {words.remove}
        </KioskPress>
        {pages.length > 1 && (
          <ul className="scan-page-row">
            {pages.map(({ page, label }) => (
              <li key={page}>
                <KioskPress look="card" chosen={page === shown.page} does={() => setChosen(page)}>
                  {label}
                </KioskPress>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
