/** What the citizen answered, each with where it came from; a list as a table, a number that names somebody masked. */
import { useState } from 'react';
import type { Answer } from '#contract/record.ts';
import { TABLE_WORDS } from '../words/table-words.ts';
import { maskNumber } from '../words/mask-number.ts';
import { useWords } from '../words/use-words.ts';
import { AnswerTable } from './answer-table.tsx';
import { Fact } from './fact.tsx';
import { Signature } from './signature.tsx';

interface AnswersProps {
  readonly answers: readonly Answer[];
  readonly byAgent: boolean;
}

export function Answers({ answers, byAgent }: AnswersProps) {
  const { language, texts } = useWords();
  return (
    <section>
      <h2>{texts.detail.answers}</h2>
      {answers.length === 0 && <p>{texts.detail.noAnswers}</p>}
      <dl>
        {answers.map((answer) => (
          <Fact key={answer.element} label={answer.label[language]} wide={isTable(answer)}>
            <Given answer={answer} byAgent={byAgent} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function isTable({ table }: Answer): boolean {
  return table !== undefined && table.rows.length > 0;
}

function Given({ answer, byAgent }: { readonly answer: Answer; readonly byAgent: boolean }) {
  const { language, texts } = useWords();
  const { fromCard, given, givenByAgent, fromElsewhere, fromPaper } = texts.detail;
  const sources = {
    card: fromCard,
    typed: byAgent ? givenByAgent : given,
    lookup: fromElsewhere,
    scan: fromPaper,
    // The answer itself says that it was written by hand; by whose hand, where it isn't the applicant's.
    drawn: byAgent ? givenByAgent : null,
  } as const;
  const words = sources[answer.source];
  const source = words === null ? null : <small>{words}</small>;
  const { table, value, shown, masked } = answer;
  if (table !== undefined && isTable(answer))
    return <AnswerTable table={table} label={answer.label[language]} source={source} />;
  return (
    <>
      {typeof value === 'string' && <Signature path={value} />}
      {masked === true ? <MaskedNumber number={shown[language]} /> : shown[language]} {source}
    </>
  );
}

function MaskedNumber({ number }: { readonly number: string }) {
  const words = TABLE_WORDS[useWords().language];
  const [whole, setWhole] = useState(false);
  return (
    <>
      <span className="number">{whole ? number : maskNumber(number)}</span>{' '}
      <button type="button" className="quiet" onClick={() => setWhole(!whole)}>
        {whole ? words.hide : words.show}
      </button>
    </>
  );
}
