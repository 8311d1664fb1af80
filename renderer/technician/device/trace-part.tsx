/** What passes on the wire, in words, the newest on top; it can be held still to be read. */
import { useState, type ReactNode } from 'react';
import type { DeviceId } from '#contract/ids.ts';
import { Pictogram } from '../../pictures/pictogram.tsx';
import { KioskPress } from '../../press/kiosk-press.tsx';
import { usePanel } from '../panel-context.tsx';
import { Refused } from '../refused.tsx';
import { timeOf } from '../times.ts';
import './trace-part.css';
import { useTrace } from './use-trace.ts';

export function TracePart({ device }: { readonly device: DeviceId }): ReactNode {
  const { say, tell } = usePanel();
  const [following, setFollowing] = useState(true);
  const { lines, refusal } = useTrace(device, following);
  return (
    <>
      <div className="panel-row">
        <KioskPress look={following ? 'secondary' : 'primary'} does={() => setFollowing((on) => !on)}>
          <Pictogram name={following ? 'pause' : 'forward'} />
          <span>{following ? say('停住', 'Hold still') : say('继续跟踪', 'Go on')}</span>
        </KioskPress>
        <p className="secondary">
          {say(
            '最新的在最上面；证件和码的内容从不显示。',
            'The newest on top; what a card or a code says is never shown.',
          )}
        </p>
      </div>
      <Refused refusal={refusal} />
      {lines.length === 0 ? (
        <p>{say('线路上还没有往来。', 'Nothing has passed on the wire yet.')}</p>
      ) : (
        <ol className="trace" reversed>
          {lines.map(({ n, at, direction, words }) => (
            <li key={n} data-direction={direction}>
              <span className="trace-time">{timeOf(at)}</span>
              <span className="trace-way">
                <Pictogram name={direction === 'toDevice' ? 'send' : 'receive'} />
                {direction === 'toDevice' ? say('发', 'out') : say('收', 'in')}
              </span>
              <span>{tell(words)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
