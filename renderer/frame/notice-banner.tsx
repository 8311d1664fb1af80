/** A remark above the content: something changed that the citizen should know, in its tone. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import type { Tone } from '#contract/screen/parts.ts';
import { Pictogram, type PictogramName } from '../pictures/pictogram.tsx';
import './notice-banner.css';
import { Words } from '../words/words.tsx';

export const TONE_PICTOGRAMS: Readonly<Record<Tone, PictogramName>> = {
  calm: 'info',
  attention: 'attention',
  stop: 'stop',
};

export function NoticeBanner({ notice }: { readonly notice: NonNullable<ScreenView['notice']> }): ReactNode {
  return (
    <p className="notice" data-tone={notice.tone}>
      <Pictogram name={TONE_PICTOGRAMS[notice.tone]} />
      <span>
        <Words text={notice.text} />
      </span>
    </p>
  );
}
