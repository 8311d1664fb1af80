/** A question answered by typing: a keypad low under the hands, and right above it a large field spaced as people read it. */
import type { ReactNode } from 'react';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { Frame } from '../frame/frame.tsx';
import './ask-typed.css';
import { CodeKeypad } from './code-keypad.tsx';
import { groupDigits } from './group-digits.ts';
import { Keypad } from './keypad.tsx';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { useTyped } from './use-typed.ts';

interface AskTypedProps extends ScreenProps<'ask'> {
  readonly input: Extract<QuestionInput, { kind: 'digits' | 'code' }>;
}

export function AskTyped({ view, body, input }: AskTypedProps): ReactNode {
  const letters = input.kind === 'code' ? input.letters : '';
  const { draft, press, erase, submit } = useTyped(view, body, input.length, letters);
  // Above the field where there is height, beside it where there isn't.
  const upright = view.machine.heightPx > view.machine.widthPx;
  // What was wrong with another value isn't said of this one.
  const wrong = draft === (body.value ?? '') ? body.problem : null;
  const problem = <ProblemLine problem={wrong} />;
  const pad = { erase: view.labels.erase, onKey: press, onErase: erase, full: draft.length >= input.length };
  const keys = (
    <>
      {upright && problem}
      <p className="digits-field" data-kind={input.kind} data-problem={wrong !== null}>
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
      {input.kind === 'code' ? <CodeKeypad {...pad} letters={letters} /> : <Keypad {...pad} />}
    </>
  );
  return (
    <Frame view={view} onPrimary={submit} low={{ kind: 'keypad', content: keys }}>
      {!upright && problem}
      <QuestionWords view={view} body={body} />
    </Frame>
  );
}
