/** A question answered by writing with the finger; what is known already stands above the pad, and holds unless something is written. */
import type { ReactNode } from 'react';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { WRITING_PAD } from '#contract/signature.ts';
import './ask-handwriting.css';
import { DrawnQuestion } from './drawn-question.tsx';
import type { ScreenProps } from './screen-of.tsx';

interface AskHandwritingProps extends ScreenProps<'ask'> {
  readonly input: Extract<QuestionInput, { kind: 'handwriting' }>;
}

export function AskHandwriting({ view, body, input }: AskHandwritingProps): ReactNode {
  const { value } = body;
  const { known } = input;
  const given = typeof value === 'string' && value !== known ? value : '';
  return (
    <DrawnQuestion view={view} body={body} pad={WRITING_PAD} input={input} given={given} undrawn={known ?? ''}>
      {(path) =>
        known !== null && (
          <p className="known-text card" data-struck={path !== ''}>
            {known}
          </p>
        )
      }
    </DrawnQuestion>
  );
}
