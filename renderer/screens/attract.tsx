/** The screen nobody is at: what this is, that it is open now, and one large place to touch: all of it. */
import { useEffect, useState, type ReactNode } from 'react';
import { HALL_TIME_ZONE } from '#contract/hall-time.ts';
import type { Language } from '#contract/language.ts';
import { BottomBand } from '../frame/bottom-band.tsx';
import { NoticeBanner } from '../frame/notice-banner.tsx';
import { PrivacyLine } from '../frame/privacy-line.tsx';
import { TitleLine } from '../frame/title-line.tsx';
import { TopCorner } from '../frame/top-corner.tsx';
import { HallAtNight } from '../pictures/hall-at-night.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useSession } from '../press/session.tsx';
import './attract.css';
import type { ScreenProps } from './screen-of.tsx';

export function AttractScreen({ view, body }: ScreenProps<'attract'>): ReactNode {
  return (
    <div className="stage attract" data-kind="attract">
      <header>
        <TopCorner view={view} />
      </header>
      <main className="attract-middle">
        <HallClock language={view.language} />
        <div className="attract-picture">
          <HallAtNight />
        </div>
        <div className="attract-words">
          <TitleLine view={view} />
          <p className="lead">{body.lead}</p>
          {view.notice !== null && <NoticeBanner notice={view.notice} />}
          <ul className="attract-points">
            {body.points.map((point) => (
              <li key={point}>
                <Pictogram name="check" />
                <span>{point}</span>
              </li>
            ))}
          </ul>
          <PrivacyLine promise={view.labels.privacy} />
        </div>
        <KioskPress look="bare" does={{ kind: 'begin' }} className="attract-touch">
          <span className="attract-call">
            <Pictogram name="touch" />
            <span>{body.touch}</span>
          </span>
        </KioskPress>
      </main>
      <BottomBand view={{ ...view, primary: null }} onPrimary={undefined} />
    </div>
  );
}

function HallClock({ language }: { readonly language: Language }): ReactNode {
  const { clock } = useSession();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const untilNextMinute = 60_000 - (clock.now() % 60_000);
    return clock.after(untilNextMinute + 20, () => {
      setNow(clock.now());
    });
  }, [clock, now]);
  const time = new Intl.DateTimeFormat(language, {
    timeZone: HALL_TIME_ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(language, {
    timeZone: HALL_TIME_ZONE,
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
  return (
    <p className="hall-clock">
      <time>{time.format(now)}</time>
      <span>{day.format(now)}</span>
    </p>
  );
}
