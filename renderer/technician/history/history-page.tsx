/** What happened to this kiosk and what was done to it, the newest first, day by day along one line. */
import { useState, type ReactNode } from 'react';
import type { DeviceId } from '#contract/ids.ts';
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
  const { say, tell } = usePanel();
  /** Where each page that was opened begins, the newest last. */
  const [pages, setPages] = useState<readonly (number | null)[]>([null]);
  const { value, refusal } = useAsked(
    'history.page',
    { before: pages.at(-1) ?? null, limit: PAGE, device: null },
    null,
  );
  const next = value?.next ?? null;
  const cabinet = useAsked('cabinet.view', null, null);
  const nameOf = (id: DeviceId): string => {
    const device = cabinet.value?.devices.find((one) => one.id === id);
    return device === undefined ? id : tell(device.name);
  };
  return (
    <PanelFrame place="history" title={say('历史', 'History')} {...surroundings}>
      <Refused refusal={refusal} />
      {value?.events.length === 0 && <p>{say('还没有记录。', 'Nothing yet.')}</p>}
      {days(value?.events ?? []).map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol className="time-line">
            {ofDay.map((event) => (
              <EventLine key={event.n} event={event} device={event.device === null ? null : nameOf(event.device)} />
            ))}
          </ol>
        </section>
      ))}
      <div className="panel-row">
        {pages.length > 1 && (
          <KioskPress look="secondary" does={() => setPages((opened) => opened.slice(0, -1))}>
            {say('较新的', 'Newer')}
          </KioskPress>
        )}
        {next !== null && (
          <KioskPress look="secondary" does={() => setPages((opened) => [...opened, next])}>
            {say('更早的', 'Older')}
          </KioskPress>
        )}
      </div>
    </PanelFrame>
  );
}

interface EventLineProps {
  readonly event: HistoryEvent;
  /** What the device is called. */
  readonly device: string | null;
}

function EventLine({ event, device }: EventLineProps): ReactNode {
  const { tell } = usePanel();
  return (
    <li data-kind={event.kind}>
      <time>{timeOf(event.at)}</time>
      <Pictogram name={KIND_SIGNS[event.kind]} />
      <span>
        {device !== null && <strong>{device} </strong>}
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
