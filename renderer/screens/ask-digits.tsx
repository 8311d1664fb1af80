/** A question answered in digits: a keypad low under the hands, and right above it a large field spaced as people read it. */
import type { ReactNode } from 'react';
import type { QuestionInput } from '#contract/screen.ts';
import { Frame } from '../frame/frame.tsx';
import './ask-digits.css';
import { groupDigits } from './group-digits.ts';
import { Keypad } from './keypad.tsx';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { useDigits } from './use-digits.ts';

interface AskDigitsProps extends ScreenProps<'ask'> {
  readonly input: Extract<QuestionInput, { kind: 'digits' }>;
}

export function AskDigits({ view, body, input }: AskDigitsProps): ReactNode {
  const { draft, press, erase, submit } = useDigits(view, body, input.length);
  // Above the field where there is height, beside it where there isn't.
  const upright = view.machine.heightPx > view.machine.widthPx;
  const problem = <ProblemLine problem={body.problem} />;
  const keys = (
    <>
      {upright && problem}
      <p className="digits-field" data-problem={body.problem !== null}>
        {groupDigits(draft, input.length, input.groups).map((group, index) => (
          <span key={index} className="digits-group" aria-hidden="true">
            {group.map((digit, place) => (
              <span key={place} className="digit" data-filled={digit !== null}>
                {digit ?? '\u2007'}
              </span>
            ))}
          </span>
        ))}
        <span className="for-the-ear" aria-live="polite">
          {draft.split('').join(' ')}
        </span>
      </p>
      <Keypad erase={view.labels.erase} onDigit={press} onErase={erase} full={draft.length >= input.length} />
    </>
  );
  return (
    <Frame view={view} onPrimary={submit} low={{ kind: 'keypad', content: keys }}>
      {!upright && problem}
      <QuestionWords view={view} body={body} />
    </Frame>
  );
}
