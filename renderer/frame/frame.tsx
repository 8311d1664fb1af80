/** The frame around every screen: corner and progress on top, content high, controls low, always in the same places. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { BottomBand } from './bottom-band.tsx';
import './frame.css';
import { FurtherWays, standInPage } from './further-ways.tsx';
import { Marks } from './marks.tsx';
import { NoticeBanner } from './notice-banner.tsx';
import { ProgressLine } from './progress-line.tsx';
import { StreetAtNight } from '../pictures/street-at-night.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { TitleLine } from './title-line.tsx';
import { TopCorner } from './top-corner.tsx';

export interface FrameProps {
  readonly view: ScreenView;
  readonly children: ReactNode;
  /** What never scrolls away, right above the band: a keypad under the hands, a declaration to be read. */
  readonly low?: { readonly kind: 'keypad' | 'words'; readonly content: ReactNode };
  /** Replaces what the primary button does, for screens that hold a draft. */
  readonly onPrimary?: (() => void) | undefined;
}

export function Frame({ view, children, low, onPrimary }: FrameProps): ReactNode {
  const inPage = standInPage(view);
  return (
    <div
      className="stage"
      data-kind={view.body.kind}
      data-practise={view.marks.some(({ kind }) => kind === 'practise') || undefined}
    >
      <header>
        <TopCorner view={view} />
        {view.marks.length > 0 && <Marks marks={view.marks} />}
        <ProgressLine progress={view.progress} />
      </header>
      <main className="middle" data-low={low?.kind}>
        <ScrollArea>
          <TitleLine view={view} />
          {view.notice !== null && <NoticeBanner notice={view.notice} />}
          {children}
          {inPage && (
            <div className="page-ways">
              <FurtherWays others={view.others} />
            </div>
          )}
        </ScrollArea>
        {low !== undefined && <div className="low">{low.content}</div>}
        <StreetAtNight />
      </main>
      <BottomBand view={inPage ? { ...view, others: [] } : view} onPrimary={onPrimary} />
    </div>
  );
}
