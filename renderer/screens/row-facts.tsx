/** One row of a list: what it is called, and what was said of it, line by line. */
import type { ReactNode } from 'react';
import type { RowFact } from '#contract/screen/parts.ts';
import { SignatureDrawing } from '../signature/signature-drawing.tsx';
import './row-facts.css';

interface RowFactsProps {
  readonly title: string;
  readonly facts: readonly RowFact[];
}

export function RowFacts({ title, facts }: RowFactsProps): ReactNode {
  return (
    <div className="row-facts">
      <h3>{title}</h3>
      <dl>
        {facts.map(({ label, value, signature }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{signature === undefined ? value : <SignatureDrawing path={signature} />}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
