/** The identity card is put on the reader; the picture shows how. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { useCountdown } from '../frame/use-countdown.ts';
import { CardReaderPicture } from '../pictures/card-reader.tsx';
import { DeviceStep } from './device-step.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function IdentifyScreen({ view, body }: ScreenProps<'identify'>): ReactNode {
  const seconds = useCountdown(body.secondsLeft);
  return (
    <Frame view={view}>
      <DeviceStep
        picture={<CardReaderPicture phase={body.phase} />}
        headline={body.headline}
        detail={body.detail}
        seconds={seconds}
        troubled={body.phase === 'trouble'}
      />
    </Frame>
  );
}
