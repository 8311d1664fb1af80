/** What is typed so far, large and spaced as people read it: every place of a number, a day, an amount with its unit. */
import type { ReactNode } from 'react';
import { groupDigits } from './group-digits.ts';
import './typed-field.css';
import { withCommas, type TypedInput } from './typing.ts';

interface TypedFieldProps {
  readonly input: TypedInput;
  readonly draft: string;
  readonly wrong: boolean;
}

export function TypedField({ input, draft, wrong }: TypedFieldProps): ReactNode {
  return (
    <p className="digits-field" data-kind={input.kind} data-problem={wrong}>
      <Shown input={input} draft={draft} />
      <span className="for-the-ear" aria-live="polite">
        {draft.split('').join(' ')}
      </span>
    </p>
  );
}

function Shown({ input, draft }: Pick<TypedFieldProps, 'input' | 'draft'>): ReactNode {
  switch (input.kind) {
    case 'digits':
    case 'code':
      return groupDigits(draft, input.length, input.groups).map((group, index) => <Places key={index} group={group} />);
    case 'date': {
      const units = [input.units.year, input.units.month, input.units.day];
      return groupDigits(draft, 8, [4, 2, 2]).map((group, index) => (
        <span key={index} className="typed-part">
          <Places group={group} />
          <span className="typed-unit">{units[index]}</span>
        </span>
      ));
    }
    case 'number':
      return <Amount shown={draft} unit={input.unit} />;
    case 'money':
      return <Amount shown={withCommas(draft)} unit={input.unit} />;
  }
}

function Places({ group }: { readonly group: readonly (string | null)[] }): ReactNode {
  return (
    <span className="digits-group" aria-hidden="true">
      {group.map((digit, place) => (
        <span key={place} className="digit" data-filled={digit !== null}>
          {digit ?? '\u2007'}
        </span>
      ))}
    </span>
  );
}

interface AmountProps {
  readonly shown: string;
  readonly unit: string;
}

function Amount({ shown, unit }: AmountProps): ReactNode {
  return (
    <span className="typed-part">
      <span className="typed-amount" data-filled={shown !== ''} aria-hidden="true">
        {shown === '' ? '\u2007' : shown}
      </span>
      <span className="typed-unit">{unit}</span>
    </span>
  );
}
