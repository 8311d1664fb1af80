/** On the page of a case: whether its promise was found untrue, and how that is entered. */
import { useCallback } from 'react';
import { PROMISES_ADDRESS } from '../address.ts';
import { askPromises } from '../hub/ask-promises.ts';
import { usePolled } from '../hub/use-polled.ts';
import { Link } from '../link.tsx';
import { PROMISE_WORDS } from '../words/promise-words.ts';
import { useWords } from '../words/use-words.ts';
import { EnterPromise } from './enter-promise.tsx';

const EVERY_MS = 10_000;

interface CasePromiseProps {
  readonly caseNumber: string;
  /** 代办: whoever signed isn't the applicant. */
  readonly byAgent: boolean;
}

export function CasePromise({ caseNumber, byAgent }: CasePromiseProps) {
  const words = PROMISE_WORDS[useWords().language];
  const ask = useCallback((stop: AbortSignal) => askPromises(caseNumber, stop), [caseNumber]);
  const { value, renew } = usePolled(ask, EVERY_MS);
  if (value === null) return null;
  const stands = value.promises.some(({ lifted }) => lifted === null);
  return (
    <section>
      <h2>{words.ofCase.title}</h2>
      {byAgent && <p>{words.ofCase.byAgent}</p>}
      {stands ? (
        <p className="notice stop" role="status">
          {words.ofCase.standing} <Link to={PROMISES_ADDRESS}>{words.ofCase.see}</Link>
        </p>
      ) : (
        <>
          <p className="hint">{words.ofCase.hint}</p>
          <p className="buttons">
            <EnterPromise
              caseNumber={caseNumber}
              onEntered={(entry) => renew({ promises: [entry, ...value.promises] })}
            />
          </p>
        </>
      )}
    </section>
  );
}
