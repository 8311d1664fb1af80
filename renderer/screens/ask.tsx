/** One question on a page; how it is answered depends on its kind. */
import type { ReactNode } from 'react';
import type { AnswerValue } from '#contract/screen.ts';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { useSession } from '../press/session.tsx';
import { AskDigits } from './ask-digits.tsx';
import './ask.css';
import { AnswerChoices } from './answer-choices.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function AskScreen({ view, body }: ScreenProps<'ask'>): ReactNode {
  const { intend } = useSession();
  const { input, element, value } = body;
  const answer = (given: AnswerValue): void => void intend({ kind: 'answer', element, value: given });
  switch (input.kind) {
    case 'digits':
      return <AskDigits view={view} body={body} input={input} />;
    case 'choice':
      return (
        <Frame view={view} controls={<AnswerChoices options={input.options} value={value} onAnswer={answer} />}>
          <QuestionWords view={view} body={body} />
        </Frame>
      );
    case 'yesNo': {
      const options = [
        { value: true, label: input.yes },
        { value: false, label: input.no },
      ];
      return (
        <Frame view={view} controls={<AnswerChoices options={options} value={value} onAnswer={answer} />}>
          <QuestionWords view={view} body={body} />
        </Frame>
      );
    }
    default:
      return input satisfies never;
  }
}

/** The question, its help, and what is wrong with the answer so far. */
export function QuestionWords({ view, body }: ScreenProps<'ask'>): ReactNode {
  return (
    <>
      {body.question !== view.title && <h2 className="question">{body.question}</h2>}
      {body.help !== '' && <p className="secondary">{body.help}</p>}
      {body.problem !== null && (
        <p className="problem" role="alert">
          <Pictogram name="attention" />
          <span>{body.problem}</span>
        </p>
      )}
    </>
  );
}
