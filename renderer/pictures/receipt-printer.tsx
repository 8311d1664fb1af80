/** The receipt printer's slot as it looks in the cabinet, with the paper coming, lying ready, or not coming. */
import { useId, type ReactNode } from 'react';
import './pictures.css';

export type ReceiptPrinterPhase = 'printing' | 'printed' | 'unconfirmed' | 'failed';

export function ReceiptPrinterPicture({ phase }: { readonly phase: ReceiptPrinterPhase }): ReactNode {
  const below = useId();
  const doubtful = phase === 'unconfirmed' || phase === 'failed';
  return (
    <svg className="picture" viewBox="0 0 140 140" aria-hidden="true" data-phase={phase}>
      <clipPath id={below}>
        <path d="M0 45.5h140V140H0z" />
      </clipPath>
      <rect className="body" x="14" y="10" width="112" height="52" rx="7" />
      <path className="soft" d="M14 22h112" />
      <rect className="tint" x="32" y="38" width="76" height="8" rx="4" />
      <circle className={doubtful ? 'amber' : 'jade-fill'} cx="24" cy="16" r="2" />
      {phase !== 'failed' && (
        <g clipPath={`url(#${below})`}>
          <g className={phase === 'printing' ? 'move-paper' : ''}>
            <path className="paper" d="M42 30v76l4 4 4-4 4 4 4-4 4 4 4-4 4 4 4-4 4 4 4-4 4 4 4-4 4 4 4-4V30" />
            <path className="soft" d="M50 56h40M50 63h28M50 70h36M50 77h20" />
            <path className="jade" d="M74 84h14v14H74zM79 84v5h-5M83 98v-5h5" />
          </g>
        </g>
      )}
      <path d="M36 45.5h68" />
      {phase === 'printed' && <path className="jade" d="M70 118v14M64.5 126.5l5.5 5.5 5.5-5.5" />}
      {doubtful && (
        <g className="amber" transform={phase === 'failed' ? 'translate(-106 60) scale(1.49)' : 'translate(0 66)'}>
          <path className="paper" d="M118 14l15 26h-30z" />
          <path d="M118 23v8M118 35.5v.2" />
        </g>
      )}
    </svg>
  );
}
