/** The card reader as it looks in the cabinet, with what happens on it: a card being put down, read, or not understood. */
import type { ReactNode } from 'react';
import './pictures.css';

export type CardReaderPhase = 'waiting' | 'reading' | 'trouble';

export function CardReaderPicture({ phase }: { readonly phase: CardReaderPhase }): ReactNode {
  return (
    <svg className="picture" viewBox="0 0 140 140" aria-hidden="true" data-phase={phase}>
      <rect className="body" x="8" y="58" width="124" height="76" rx="7" />
      <path className="soft" d="M8 124h124" />
      <rect className="tint" x="24" y="67" width="92" height="50" rx="4" />
      {phase === 'reading' && <rect className="jade pulse" x="20" y="63" width="100" height="58" rx="6" />}
      {phase === 'waiting' && <path className="jade" d="M70 78v24M62 95l8 8 8-8" />}
      <g className={phase === 'waiting' ? 'none' : 'jade'}>
        <path className={phase === 'reading' ? 'pulse' : ''} d="M62 97a11 11 0 0 1 16 0" />
        <path className={phase === 'reading' ? 'pulse' : ''} d="M55 91a21 21 0 0 1 30 0" />
        <path className={phase === 'reading' ? 'pulse' : ''} d="M48 85a31 31 0 0 1 44 0" />
        <circle className="jade-fill" cx="70" cy="103" r="1.6" />
      </g>
      <circle className={phase === 'trouble' ? 'amber' : 'jade-fill'} cx="18" cy="129" r="2" />
      {phase === 'trouble' ? (
        <>
          <g transform="translate(0 -50) rotate(-7 70 92)">
            <IdCard />
          </g>
          <g className="amber">
            <path className="paper" d="M118 14l15 26h-30z" />
            <path d="M118 23v8M118 35.5v.2" />
          </g>
        </>
      ) : (
        <g className={phase === 'waiting' ? 'move-card' : ''}>
          <IdCard />
        </g>
      )}
    </svg>
  );
}

/** An identity card lying on the reader: portrait right, lines of text left, as on the real one. */
function IdCard(): ReactNode {
  return (
    <>
      <rect className="paper" x="34" y="69" width="72" height="46" rx="3.5" />
      <circle cx="90" cy="83" r="4.6" />
      <path d="M81.5 99.5a8.5 8.5 0 0 1 17 0z" />
      <path className="soft" d="M42 78h26M42 85h18M42 92h30M42 107h48" />
    </>
  );
}
