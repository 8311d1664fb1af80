/** What happened to this kiosk and what was done to it, the newest first, day by day along one line. */
import { useEffect, useState, type ReactNode } from 'react';
import type { HistoryEvent, HistoryKind } from '#contract/technician/history.ts';
import { Pictogram, type PictogramName } from '../../pictures/pictogram.tsx';
import { KioskPress } from '../../press/kiosk-press.tsx';
import type { Surroundings } from '../open-panel.tsx';
import { usePanel } from '../panel-context.tsx';
import { PanelFrame } from '../panel-frame.tsx';
import { Refused } from '../refused.tsx';
import { dayOf, timeOf } from '../times.ts';
import { useAsked } from '../use-asked.ts';
import './history-page.css';

const PAGE = 40;

const KIND_SIGNS: Readonly<Record<HistoryKind, PictogramName>> = {
  kioskStarted: 'forward',
  kioskStopped: 'stop',
  deviceState: 'info',
  deviceOut: 'stop',
  deviceBack: 'check',
  hostStarted: 'forward',
  hostEnded: 'attention',
  hubAway: 'attention',
  hubBack: 'check',
  release: 'together',
  clock: 'clock',
  technician: 'touch',
};

export function HistoryPage({ surroundings }: { readonly surroundings: Surroundings }): ReactNode {
  const { say } = usePanel();
  const [before, setBefore] = useState<number | null>(null);
  const { value, refusal } = useAsked('history.page', { before, limit: PAGE, device: null }, null);
  const [events, setEvents] = useState<readonly HistoryEvent[]>([]);
  useEffect(() => {
    if (value === null) return;
    // An answer may come twice; each event counts once.
    setEvents((known) => [...known, ...value.events.filter(({ n }) => !known.some((one) => one.n === n))]);
  }, [value]);
  const next = value?.next ?? null;
  return (
    <PanelFrame place="history" title={say('历史', 'History')} {...surroundings}>
      <Refused refusal={refusal} />
      {value !== null && events.length === 0 && <p>{say('还没有记录。', 'Nothing yet.')}</p>}
      {days(events).map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol className="time-line">
            {ofDay.map((event) => (
              <EventLine key={event.n} event={event} />
            ))}
          </ol>
        </section>
      ))}
      {next !== null && (
        <div className="panel-row">
          <KioskPress look="secondary" does={() => setBefore(next)}>
            {say('更早的', 'Older')}
          </KioskPress>
        </div>
      )}
    </PanelFrame>
  );
}

function EventLine({ event }: { readonly event: HistoryEvent }): ReactNode {
  const { tell } = usePanel();
  return (
    <li data-kind={event.kind}>
      <time>{timeOf(event.at)}</time>
      <Pictogram name={KIND_SIGNS[event.kind]} />
      <span>
        {tell(event.words)}
        {event.who !== null && <span className="secondary"> · {event.who}</span>}
      </span>
    </li>
  );
}

/** Newest day first, as the events are. */
function days(events: readonly HistoryEvent[]): readonly (readonly [string, readonly HistoryEvent[]])[] {
  return [...Map.groupBy(events, ({ at }) => dayOf(at))];
}
