/** What main did not do, and what to do about it. */
import type { ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import type { Refusal } from './desk.ts';
import { usePanel } from './panel-context.tsx';
import './refused.css';

export function Refused({ refusal }: { readonly refusal: Refusal | null }): ReactNode {
  const { tell } = usePanel();
  if (refusal === null) return null;
  return (
    <p className="panel-note" data-condition="attention" role="alert">
      <Pictogram name="attention" />
      <span>
        {tell(refusal.words)} <span className="panel-code">{refusal.code}</span>
      </span>
    </p>
  );
}
