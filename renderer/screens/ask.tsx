/** One question on a page; how it is answered depends on its kind. */
import type { ReactNode } from 'react';
import type { AnswerValue } from '#contract/screen/intent.ts';
import { Frame } from '../frame/frame.tsx';
import { useSession } from '../press/session.tsx';
import { AnswerChoices } from './answer-choices.tsx';
import { AskHandwriting } from './ask-handwriting.tsx';
import { AskSignature } from './ask-signature.tsx';
import { AskTyped } from './ask-typed.tsx';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function AskScreen({ view, body }: ScreenProps<'ask'>): ReactNode {
  const { intend } = useSession();
  const { input, element, value } = body;
  const answer = (given: AnswerValue): void => void intend({ kind: 'answer', element, value: given });
  switch (input.kind) {
    case 'digits':
    case 'code':
    case 'date':
    case 'number':
    case 'money':
      return <AskTyped view={view} body={body} input={input} />;
    case 'signature':
      return <AskSignature view={view} body={body} input={input} />;
    case 'handwriting':
      return <AskHandwriting view={view} body={body} input={input} />;
    case 'pick':
      return (
        <Frame view={view}>
          <QuestionWords view={view} body={body} />
          <ProblemLine problem={body.problem} />
          {input.options.length === 0 && <p>{input.nothing}</p>}
          <AnswerChoices options={input.options} value={value} onAnswer={answer} />
        </Frame>
      );
    case 'choice':
      return (
        <Frame view={view}>
          <QuestionWords view={view} body={body} />
          <ProblemLine problem={body.problem} />
          <AnswerChoices options={input.options} value={value} onAnswer={answer} />
        </Frame>
      );
    case 'yesNo': {
      const options = [
        { value: true, label: input.yes },
        { value: false, label: input.no },
      ];
      return (
        <Frame view={view}>
          <QuestionWords view={view} body={body} />
          <ProblemLine problem={body.problem} />
          <AnswerChoices options={options} value={value} onAnswer={answer} />
        </Frame>
      );
    }
    default:
      return input satisfies never;
  }
}
