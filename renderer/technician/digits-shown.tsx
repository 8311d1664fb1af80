/** Digits with a place for each before it is there, spaced as they are read out; the ear hears them one by one. */
import type { ReactNode } from 'react';
import { groupDigits } from '../screens/group-digits.ts';

interface DigitsShownProps {
  readonly digits: string;
  readonly length: number;
  readonly groups: readonly number[];
  /** Shown to be read out, not typed. */
  readonly given?: boolean;
}

export function DigitsShown({ digits, length, groups, given = false }: DigitsShownProps): ReactNode {
  return (
    <p className="digits-field panel-digits" data-given={given}>
      {groupDigits(digits, length, groups).map((group, index) => (
        <span key={index} className="digits-group" aria-hidden="true">
          {group.map((digit, place) => (
            <span key={place} className="digit" data-filled={digit !== null}>
              {digit ?? '\u2007'}
            </span>
          ))}
        </span>
      ))}
      <span className="for-the-ear" aria-live="polite">
        {digits.split('').join(' ')}
      </span>
    </p>
  );
}
