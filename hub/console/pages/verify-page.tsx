/** A printed proof is checked: its code goes in, and what was printed, when and where comes out. */
import { type FormEvent, useRef, useState } from 'react';
import type { VerifiedPaper } from '#contract/paper-record.ts';
import { readVerifyCode, writtenCode } from '#contract/verify-code.ts';
import { askProof } from '../hub/ask-proof.ts';
import { fullTime } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { VERIFY_WORDS } from '../words/verify-words.ts';
import { Fact } from './fact.tsx';
import { usePageTitle } from './use-page-title.ts';

type Checked =
  | { readonly kind: 'notYet' | 'checking' | 'notACode' | 'unknown' | 'away' }
  | { readonly kind: 'found'; readonly papers: readonly VerifiedPaper[] };

export function VerifyPage() {
  const words = VERIFY_WORDS[useWords().language];
  usePageTitle(words.title);
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState<Checked>({ kind: 'notYet' });
  /** Only the answer to the last question is shown. */
  const asked = useRef(0);
  const check = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    asked.current += 1;
    const mine = asked.current;
    const code = readVerifyCode(typed);
    setChecked({ kind: code === null ? 'notACode' : 'checking' });
    if (code === null) return;
    const answer = await askProof(code);
    if (mine !== asked.current) return;
    if (answer.ok) setChecked({ kind: 'found', papers: answer.value.papers });
    else setChecked({ kind: answer.fault === 'paper.unknown' ? 'unknown' : 'away' });
  };
  const change = (text: string): void => {
    // What stands below belongs to the code that was there before.
    asked.current += 1;
    setTyped(text);
    setChecked({ kind: 'notYet' });
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p className="verify-about">{words.about}</p>
      <form className="verify" onSubmit={(event) => void check(event)}>
        <label htmlFor="verify-code">{words.code}</label>
        <input
          id="verify-code"
          value={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          aria-describedby="verify-hint"
          aria-invalid={checked.kind === 'notACode'}
          onChange={(event) => change(event.target.value)}
        />
        <button type="submit" className="primary">
          {words.check}
        </button>
        <p id="verify-hint" className="hint">
          {words.hint}
        </p>
      </form>
      <div role="status">
        <Outcome checked={checked} />
      </div>
    </>
  );
}

function Outcome({ checked }: { readonly checked: Checked }) {
  const words = VERIFY_WORDS[useWords().language];
  switch (checked.kind) {
    case 'notYet':
      return null;
    case 'checking':
      return <p className="loading">{words.checking}</p>;
    case 'notACode':
    case 'away':
      return <p className="notice stop">{words[checked.kind]}</p>;
    case 'unknown':
      return (
        <div className="notice stop">
          <p>{words.unknown}</p>
          <p>{words.unknownHint}</p>
        </div>
      );
    case 'found':
      return (
        <article className="verified">
          {checked.papers.length > 1 && <p className="notice attention">{words.several(checked.papers.length)}</p>}
          {checked.papers.map((paper) => (
            <Paper key={`${paper.station}/${paper.receivedAt}`} paper={paper} />
          ))}
          <p>{words.compare}</p>
        </article>
      );
  }
}

function Paper({ paper }: { readonly paper: VerifiedPaper }) {
  const { language } = useWords();
  const { known, facts, outcomes, shown, notShown } = VERIFY_WORDS[language];
  return (
    <section>
      <h2>
        {known} <code>{writtenCode(paper.code)}</code>
      </h2>
      <dl>
        <Fact label={facts.paper}>{paper.title[language]}</Fact>
        <Fact label={facts.day}>{paper.day}</Fact>
        <Fact label={facts.time}>{fullTime(paper.issuedAt)}</Fact>
        <Fact label={facts.station}>{paper.stationName?.[language] ?? paper.station}</Fact>
        <Fact label={facts.outcome}>{outcomes[paper.outcome]}</Fact>
        <Fact label={facts.service}>{paper.serviceTitle?.[language] ?? paper.service}</Fact>
        <Fact label={facts.received}>{fullTime(paper.receivedAt)}</Fact>
      </dl>
      {paper.shown === undefined ? (
        <p className="notice attention">{notShown}</p>
      ) : (
        <>
          <h3>{shown}</h3>
          <ul className="shown">
            {paper.shown.map(({ label, value }, at) => (
              <li key={at}>
                {label !== null && <span className="hint">{label} </span>}
                {value}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
