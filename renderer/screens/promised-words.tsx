/** What is promised, and what a broken promise means: read on one page, and still in sight where it is signed. */
import type { ReactNode } from 'react';
import type { Promised } from '#contract/screen/asking-views.ts';
import { Words } from '../words/words.tsx';
import './promised-words.css';
import './text-parts.css';

export function PromisedWords({ promised }: { readonly promised: Promised }): ReactNode {
  return (
    <>
      <ul className="points card">
        {promised.statements.map((statement) => (
          <li key={statement}>
            <Words text={statement} />
          </li>
        ))}
      </ul>
      <p className="promise-consequence">
        <Words text={promised.consequence} />
      </p>
    </>
  );
}
