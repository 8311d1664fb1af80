/** A signature as it was written. */
import type { ReactNode } from 'react';
import { SIGNATURE_PEN, SIGNATURE_SHEET } from '#contract/signature.ts';

export function SignatureDrawing({ path }: { readonly path: string }): ReactNode {
  return (
    <svg className="signature" viewBox={SIGNATURE_SHEET} aria-hidden="true">
      <path d={path} {...SIGNATURE_PEN} />
    </svg>
  );
}
