/** The identity card is put on the reader; the picture shows how. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { PrivacyLine } from '../frame/privacy-line.tsx';
import { CardReaderPicture } from '../pictures/card-reader.tsx';
import { DeviceStep } from './device-step.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function IdentifyScreen({ view, body }: ScreenProps<'identify'>): ReactNode {
  return (
    <Frame view={view}>
      <DeviceStep
        picture={<CardReaderPicture phase={body.phase} />}
        headline={body.headline}
        detail={body.detail}
        seconds={body.secondsLeft}
        troubled={body.phase === 'trouble'}
      />
      <PrivacyLine promise={view.labels.privacy} />
    </Frame>
  );
}
