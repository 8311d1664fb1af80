/** The question, its help, and what is wrong with the answer so far. */
import type { ReactNode } from 'react';
import { Pictogram } from '../pictures/pictogram.tsx';
import { PromisedWords } from './promised-words.tsx';
import './question-words.css';
import { ReadCrop } from './read-crop.tsx';
import type { ScreenProps } from './screen-of.tsx';

export function QuestionWords({ view, body }: ScreenProps<'ask'>): ReactNode {
  return (
    <>
      {/* First, so that it isn't scrolled away above the pad in the largest letters. */}
      {body.promised !== undefined && <PromisedWords promised={body.promised} />}
      {body.question !== view.title && <h2 className="question">{body.question}</h2>}
      {body.read !== undefined && <ReadCrop read={body.read} />}
      {body.known !== undefined && (
        <p className="known-from">
          <Pictogram name="info" />
          <span>{body.known}</span>
        </p>
      )}
      {body.help !== '' && <p className="secondary">{body.help}</p>}
    </>
  );
}

/** Stands where the answer is given, not where the question is. */
export function ProblemLine({ problem }: { readonly problem: string | null }): ReactNode {
  if (problem === null) return null;
  return (
    <p className="problem" role="alert">
      <Pictogram name="attention" />
      <span>{problem}</span>
    </p>
  );
}
