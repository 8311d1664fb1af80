/** The pad on the glass: one finger writes, a second one or the palm is not heard; what is written is the citizen's until it is given. */
import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { LONGEST_PATH, WRITING_PAD, type Pad } from '#contract/signature.ts';
import './signature-pad.css';
import { SignatureDrawing } from './signature-drawing.tsx';
import { pathOf, type Point, type Stroke } from './strokes.ts';

interface SignaturePadProps {
  readonly pad: Pad;
  readonly label: string;
  readonly hint: string;
  /** The path written so far; empty for none. */
  readonly path: string;
  readonly onPath: (path: string) => void;
  readonly wrong: boolean;
}

export function SignaturePad({ pad, label, hint, path, onPath, wrong }: SignaturePadProps): ReactNode {
  const finger = useRef<number | null>(null);
  const [stroke, setStroke] = useState<Stroke>([]);
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (finger.current !== null) return;
    finger.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    setStroke([placeOf(event, event.currentTarget, pad)]);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.pointerId !== finger.current) return;
    const glass = event.currentTarget;
    const between = event.nativeEvent.getCoalescedEvents();
    const places = (between.length > 0 ? between : [event.nativeEvent]).map((each) => placeOf(each, glass, pad));
    setStroke((drawn) => [...drawn, ...places]);
  };
  const end = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.pointerId !== finger.current) return;
    finger.current = null;
    const written = path + pathOf([stroke]);
    if (written.length <= LONGEST_PATH) onPath(written);
    setStroke([]);
  };
  return (
    <div
      className="signature-pad"
      data-size={pad === WRITING_PAD ? 'large' : 'name'}
      data-problem={wrong}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {path === '' && stroke.length === 0 && <p className="signature-hint">{hint}</p>}
      <SignatureDrawing path={path + pathOf([stroke])} pad={pad} />
    </div>
  );
}

function placeOf(event: { readonly clientX: number; readonly clientY: number }, glass: HTMLElement, pad: Pad): Point {
  const box = glass.getBoundingClientRect();
  const share = (at: number, from: number, size: number): number => Math.min(1, Math.max(0, (at - from) / size));
  return {
    x: share(event.clientX, box.left, box.width) * pad.width,
    y: share(event.clientY, box.top, box.height) * pad.height,
  };
}
