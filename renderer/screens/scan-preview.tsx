/** What the camera sees now with the outline of the sheet in it; and in words and picture why no page is taken yet. */
import type { ReactNode } from 'react';
import type { Capture } from '../camera/use-capture.ts';
import { AdvicePicture } from '../pictures/advice.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import type { ScreenProps } from './screen-of.tsx';

interface ScanPreviewProps {
  readonly capture: Capture;
  readonly body: ScreenProps<'scan'>['body'];
}

/** Never scrolls away: it is what the citizen acts on. */
export function ScanPreview({ capture: { advice, corners, filled, shoot, video }, body }: ScanPreviewProps): ReactNode {
  return (
    <div className="scan-preview">
      <div className="scan-glass" data-advice={advice}>
        <video ref={video} aria-label={body.words.preview} muted playsInline disablePictureInPicture />
        {corners !== null && (
          <svg className="scan-outline" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
          </svg>
        )}
        <div className="scan-shutter">
          <KioskPress look="secondary" does={shoot}>
            {body.words.shutter}
          </KioskPress>
        </div>
      </div>
      <div className="scan-advice card">
        <AdvicePicture advice={advice} filled={filled} />
        <p role="status">{body.advice[advice]}</p>
      </div>
    </div>
  );
}
