/** How something is, three times over: a colour, a sign of its own shape, and a word. */
import type { ReactNode } from 'react';
import type { Condition } from '#contract/technician/kiosk-checks.ts';
import { Pictogram, type PictogramName } from '../pictures/pictogram.tsx';
import './sign.css';

export const SIGNS: Readonly<Record<Condition, PictogramName>> = {
  well: 'check',
  attention: 'attention',
  fault: 'stop',
  unknown: 'help',
  resting: 'moon',
};

export function Sign({ condition, word }: { readonly condition: Condition; readonly word: string }): ReactNode {
  return (
    <span className="sign" data-condition={condition}>
      <Pictogram name={SIGNS[condition]} />
      <span>{word}</span>
    </span>
  );
}
