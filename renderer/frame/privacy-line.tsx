/** The promise that nothing of the citizen stays here, said where something of the citizen is asked for. */
import type { ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import './privacy-line.css';

export function PrivacyLine({ promise }: { readonly promise: string }): ReactNode {
  if (promise === '') return null;
  return (
    <p className="privacy">
      <Pictogram name="shield" />
      <span>{promise}</span>
    </p>
  );
}
