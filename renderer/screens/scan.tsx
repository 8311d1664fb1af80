/** Paper under the camera: the live picture while a page is wanted, the pages taken afterwards, or what is wrong. */
import { useState, type ReactNode } from 'react';
import type { PageId } from '#contract/ids.ts';
import { toBase64 } from '../camera/kept-page.ts';
import { useCapture } from '../camera/use-capture.ts';
import { Frame } from '../frame/frame.tsx';
import { CameraPicture } from '../pictures/camera.tsx';
import { useSession } from '../press/session.tsx';
import { DeviceStep } from './device-step.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { ScanPages } from './scan-pages.tsx';
import { ScanPreview } from './scan-preview.tsx';
import './scan.css';
import { WaitStrokes } from './wait-strokes.tsx';
import type { ScreenProps } from './screen-of.tsx';

/** What the next picture is for: nothing yet taken, one more, or in place of one. */
type Wish = { readonly kind: 'more' } | { readonly kind: 'instead'; readonly of: PageId } | null;

export function ScanScreen({ view, body }: ScreenProps<'scan'>): ReactNode {
  const { camera, clock, revision } = useSession();
  const [wish, setWish] = useState<Wish>(null);
  const { phase, pages } = body;
  const taking = phase === 'capturing' && (pages.length === 0 || wish !== null);
  // What main says of this screen is of the pages there are; this one is still to come.
  const again = wish === null ? null : wish.kind === 'more' ? body.words.addPage : body.words.retake;
  // Under a question nothing is taken: the citizen may not even be there.
  const wanted = taking && view.dialog === null;
  const capture = useCapture({ camera, clock, wanted }, async ({ jpeg, codes }) => {
    const replaces = wish?.kind === 'instead' ? wish.of : null;
    const kept = await camera.keep(revision, { jpeg: toBase64(jpeg), codes: [...codes], replaces });
    if (kept) setWish(null);
    return kept;
  });
  if (phase === 'reading')
    return (
      <Frame view={view}>
        <WaitStrokes />
        <h2>{body.headline}</h2>
        <Paragraphs text={body.detail} />
      </Frame>
    );
  if (phase === 'trouble')
    return (
      <Frame view={view}>
        <DeviceStep picture={<CameraPicture />} headline={body.headline} detail={body.detail} troubled />
      </Frame>
    );
  if (!taking)
    return (
      <Frame view={view}>
        <h2>{body.headline}</h2>
        <Paragraphs text={body.detail} />
        <ScanPages
          body={body}
          onRetake={(page) => setWish({ kind: 'instead', of: page })}
          onMore={() => setWish({ kind: 'more' })}
        />
      </Frame>
    );
  return (
    <Frame view={view} low={{ kind: 'words', content: <ScanPreview capture={capture} body={body} /> }}>
      <div className="scan-words">{again === null ? <Paragraphs text={body.detail} /> : <h2>{again}</h2>}</div>
    </Frame>
  );
}
