/** The shape of every step at a device: its picture with the moving part left, at most two sentences right. */
import type { ReactNode } from 'react';
import { Countdown } from '../frame/countdown.tsx';
import { useSession } from '../press/session.tsx';
import './device-step.css';
import { Paragraphs } from './paragraphs.tsx';

export interface DeviceStepProps {
  readonly picture: ReactNode;
  readonly headline: string;
  readonly detail: string;
  /** Counted down for the eye, or null while it doesn't matter. */
  readonly seconds?: number | null;
  readonly troubled?: boolean;
}

export function DeviceStep({ picture, headline, detail, seconds, troubled }: DeviceStepProps): ReactNode {
  const { revision } = useSession();
  return (
    <div className="device-step">
      <div className="device-picture card">{picture}</div>
      <div className="device-words stack">
        <h2 data-troubled={troubled === true}>{headline}</h2>
        <Paragraphs text={detail} />
        {typeof seconds === 'number' && (
          <p className="device-seconds" role="timer" aria-live="off">
            <Countdown key={revision} from={seconds} />
          </p>
        )}
      </div>
    </div>
  );
}
