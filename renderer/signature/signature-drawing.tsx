/** A signature as it was written. */
import type { ReactNode } from 'react';
import { SIGNATURE_PAD } from '#contract/signature.ts';

export function SignatureDrawing({ path }: { readonly path: string }): ReactNode {
  return (
    <svg className="signature" viewBox={`0 0 ${SIGNATURE_PAD.width} ${SIGNATURE_PAD.height}`} aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={9} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
