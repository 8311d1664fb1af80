/** Answers to choose from, one large button each; the chosen one is marked by a sign, not by colour alone. */
import type { ReactNode } from 'react';
import type { AnswerValue } from '#contract/screen/intent.ts';
import type { Fact } from '#contract/screen/parts.ts';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import './answer-choices.css';

export interface AnswerOption {
  readonly value: AnswerValue;
  readonly label: string;
  readonly detail?: string | undefined;
  /** What tells it from the others. */
  readonly details?: readonly Fact[];
}

interface AnswerChoicesProps {
  readonly options: readonly AnswerOption[];
  readonly value: AnswerValue | null;
  readonly onAnswer: (value: AnswerValue) => void;
}

export function AnswerChoices({ options, value, onAnswer }: AnswerChoicesProps): ReactNode {
  return (
    <div className="choices" data-count={options.length}>
      {options.map((option) => (
        <KioskPress
          key={String(option.value)}
          look="card"
          className="choice"
          chosen={option.value === value}
          does={() => {
            onAnswer(option.value);
          }}
        >
          <span className="choice-mark">{option.value === value && <Pictogram name="check" />}</span>
          <span className="choice-words">
            <span className="choice-label">{option.label}</span>
            {option.detail !== undefined && <span className="choice-detail">{option.detail}</span>}
            {option.details?.map((fact) => (
              <span key={fact.label} className="choice-fact">
                <span className="choice-detail">{fact.label}</span>
                <span>{fact.value}</span>
              </span>
            ))}
          </span>
        </KioskPress>
      ))}
    </div>
  );
}
