/** A text in which telephone numbers stay in one piece: at a hyphen a line would otherwise break. */
import { Fragment, type ReactNode } from 'react';
import { TELEPHONE } from './telephone.ts';
import './words.css';

export function Words({ text }: { readonly text: string }): ReactNode {
  const numbers = text.match(TELEPHONE) ?? [];
  return text.split(TELEPHONE).map((between, index) => {
    const number = numbers[index];
    return (
      <Fragment key={index}>
        {between}
        {number !== undefined && <span className="unbroken">{number}</span>}
      </Fragment>
    );
  });
}
