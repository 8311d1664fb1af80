/** What the camera sees now, the outline of the sheet in it, and in words and picture why no page is taken yet. */
import type { ReactNode } from 'react';
import type { CaptureAdvice } from '#contract/camera.ts';
import type { Capture } from '../camera/use-capture.ts';
import { AdvicePicture } from '../pictures/advice.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import type { ScreenProps } from './screen-of.tsx';

interface ScanPreviewProps {
  readonly capture: Capture;
  readonly advice: Readonly<Record<CaptureAdvice, string>>;
  readonly words: ScreenProps<'scan'>['body']['words'];
}

export function ScanPreview({ capture, advice, words }: ScanPreviewProps): ReactNode {
  const { advice: now, filled, corners, video, shoot } = capture;
  return (
    <div className="scan-preview stack" data-advice={now}>
      <div className="scan-glass">
        <video ref={video} aria-label={words.preview} muted playsInline disablePictureInPicture />
        {corners !== null && (
          <svg className="scan-outline" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
          </svg>
        )}
      </div>
      <div className="scan-advice card">
        <AdvicePicture advice={now} filled={filled} />
        <p role="status">{advice[now]}</p>
        <KioskPress look="secondary" does={shoot}>
          {words.shutter}
        </KioskPress>
      </div>
    </div>
  );
}
