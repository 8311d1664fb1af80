/** One case: what is asked, by whom, and what happened so far. */
import { useCallback } from 'react';
import type { CaseDetail } from '#contract/hub-api.ts';
import { askCase } from '../hub/ask-hub.ts';
import { usePolled } from '../hub/use-polled.ts';
import { LineTrouble } from '../line-trouble.tsx';
import { Link } from '../link.tsx';
import { dayInHall } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { Applicant } from './applicant.tsx';
import { DeskActions } from './desk-actions.tsx';
import { Answers } from './answers.tsx';
import { Origin, Rating, Receipt, Timeline } from './case-parts.tsx';
import { CasePartList } from './case-part-list.tsx';
import { CasePromise } from './case-promise.tsx';
import { Fees } from './fees.tsx';
import { Papers } from './papers.tsx';
import { DueDay } from './due-day.tsx';
import { usePageTitle } from './use-page-title.ts';

const EVERY_MS = 2_000;

export function CasePage({ caseNumber }: { readonly caseNumber: string }) {
  const { texts } = useWords();
  const ask = useCallback((stop: AbortSignal) => askCase(caseNumber, stop), [caseNumber]);
  const { value, trouble, at, renew } = usePolled<CaseDetail>(ask, EVERY_MS);
  usePageTitle(caseNumber);
  const notFound = trouble === 'case.unknown' || trouble === 'case.notANumber';
  return (
    <>
      <p className="back">
        <Link to="/">
          <span aria-hidden="true">← </span>
          {texts.detail.back}
        </Link>
      </p>
      <LineTrouble trouble={notFound ? null : trouble} at={at} />
      {value && at !== null && <WholeCase detail={value} today={dayInHall(at)} renew={renew} />}
      {!value && notFound && (
        <section className="empty">
          <h1>{trouble === 'case.unknown' ? texts.trouble.unknownCase : texts.trouble.notANumber}</h1>
          <p className="number">{caseNumber}</p>
          {trouble === 'case.unknown' && <p>{texts.trouble.unknownCaseHint}</p>}
        </section>
      )}
      {!value && trouble === null && <p className="loading">{texts.list.loading}</p>}
    </>
  );
}

interface WholeCaseProps {
  readonly detail: CaseDetail;
  readonly today: string;
  readonly renew: (detail: CaseDetail) => void;
}

function WholeCase({ detail, today, renew }: WholeCaseProps) {
  const { language, texts } = useWords();
  const { row } = detail;
  return (
    <article>
      <div className="case-head">
        <h1>{row.title[language]}</h1>
        <span className={`state ${row.state}`}>{texts.states[row.state]}</span>
        <p className="number">{row.caseNumber}</p>
        <p>
          {texts.detail.due} <DueDay day={row.dueDay} today={today} state={row.state} />
        </p>
      </div>
      {!detail.whole && <p className="notice attention">{texts.detail.notWhole}</p>}
      <div className="case-parts">
        <div>
          <Applicant card={detail.record.applicant} />
          {detail.record.agent !== null && <Applicant card={detail.record.agent} who="agent" />}
          {detail.record.partner !== undefined && <Applicant card={detail.record.partner} who="partner" />}
          {detail.record.assisted && <p>{texts.detail.assisted}</p>}
          <Answers answers={detail.record.answers} byAgent={detail.record.agent !== null} />
          <Papers detail={detail} today={today} renew={renew} />
          <Fees fees={detail.record.fees} />
        </div>
        <div>
          <DeskActions detail={detail} renew={renew} />
          {detail.parts.length > 0 && <CasePartList detail={detail} today={today} renew={renew} />}
          {hasPromised(detail) && <CasePromise caseNumber={row.caseNumber} byAgent={detail.record.agent !== null} />}
          <Receipt outcome={detail.receipt} />
          <Rating level={detail.rating} />
          <Timeline events={detail.timeline} />
          <Origin record={detail.record} />
        </div>
      </div>
    </article>
  );
}

/** Only a promise that was given can be broken. */
function hasPromised({ record }: CaseDetail): boolean {
  return record.promises.some(({ state }) => state === 'signed');
}
