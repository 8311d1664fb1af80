/** The parts of one case besides the applicant: answers, receipt, rating, time line, origin. */
import type { CaseDetail } from '#contract/hub-api.ts';
import type { Answer, CaseSubmitted } from '#contract/record.ts';
import type { AnswerRow, AnswerValue } from '#contract/screen/intent.ts';
import { SIGNATURE_PEN, isHandwriting, sheetOf } from '#contract/signature.ts';
import { fullTime } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { Fact } from './fact.tsx';

export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  const { language, texts } = useWords();
  const { fromCard, given, fromElsewhere, fromPaper, drawn } = texts.detail;
  const sources = { card: fromCard, typed: given, lookup: fromElsewhere, scan: fromPaper, drawn } as const;
  return (
    <section>
      <h2>{texts.detail.answers}</h2>
      {answers.length === 0 && <p>{texts.detail.noAnswers}</p>}
      <dl>
        {answers.map((answer) => (
          <Fact key={answer.element} label={answer.label[language]}>
            {drawnIn(answer.value).map((path, index) => (
              <Signature key={index} path={path} />
            ))}
            {answer.shown[language]} <small>{sources[answer.source]}</small>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** Everything written by hand, also in the rows of a list; only a path that is one gets into the page. */
function drawnIn(value: AnswerValue | readonly AnswerRow[]): readonly string[] {
  if (typeof value === 'string') return isHandwriting(value) ? [value] : [];
  return Array.isArray(value) ? value.flatMap((row) => Object.values(row).flatMap(drawnIn)) : [];
}

function Signature({ path }: { readonly path: string }) {
  return (
    <svg className="signature" viewBox={sheetOf(path)} aria-hidden="true">
      <path d={path} {...SIGNATURE_PEN} />
    </svg>
  );
}

export function Receipt({ outcome }: { readonly outcome: CaseDetail['receipt'] }) {
  const { texts } = useWords();
  return (
    <section>
      <h2>{texts.detail.receipt}</h2>
      <p className={`receipt ${outcome}`}>{texts.receipts[outcome].word}</p>
      <p className="hint">{texts.receipts[outcome].hint}</p>
    </section>
  );
}

export function Rating({ level }: { readonly level: number | null }) {
  const { texts } = useWords();
  return (
    <section>
      <h2>{texts.detail.rating}</h2>
      {level === null ? (
        <p className="hint">{texts.detail.noRating}</p>
      ) : (
        <p>{`${level} / 5　${texts.ratings[level - 1] ?? ''}`}</p>
      )}
    </section>
  );
}

export function Timeline({ events }: { readonly events: CaseDetail['timeline'] }) {
  const { texts } = useWords();
  return (
    <section>
      <h2>{texts.detail.timeline}</h2>
      <ol className="timeline">
        {events.map((event) => (
          <li key={`${event.what} ${event.at}`}>
            <span className="time">{fullTime(event.at)}</span>
            <span>
              {texts.events[event.what]}
              {event.who !== undefined && <small>{event.who === 'desk' ? texts.desk : event.who}</small>}
              {event.reason !== undefined && <span className="reason">{event.reason}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Origin({ record }: { readonly record: CaseSubmitted }) {
  const { texts } = useWords();
  const { fields, spoken, workdays } = texts.detail;
  return (
    <section>
      <h2>{texts.detail.origin}</h2>
      <dl>
        <Fact label={fields.station}>{record.station}</Fact>
        <Fact label={fields.language}>{spoken[record.language]}</Fact>
        <Fact label={fields.promised}>{workdays(record.promisedWorkdays)}</Fact>
        <Fact label={fields.release}>{record.release}</Fact>
        <Fact label={fields.plan}>
          <span className="number">{record.planHash.slice(0, 12)}</span>
        </Fact>
      </dl>
    </section>
  );
}
