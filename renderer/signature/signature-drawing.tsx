/** What was written with the finger, as it was written. */
import type { ReactNode } from 'react';
import { SIGNATURE_PEN, sheetOf, type Pad } from '#contract/signature.ts';

interface SignatureDrawingProps {
  readonly path: string;
  /** The pad it is being written on; else as high as what was written. */
  readonly pad?: Pad;
}

export function SignatureDrawing({ path, pad }: SignatureDrawingProps): ReactNode {
  return (
    <svg
      className="signature"
      viewBox={pad === undefined ? sheetOf(path) : `0 0 ${pad.width} ${pad.height}`}
      aria-hidden="true"
    >
      <path d={path} {...SIGNATURE_PEN} />
    </svg>
  );
}
