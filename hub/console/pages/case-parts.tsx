/** The smaller parts of one case: receipt, rating, time line, origin. */
import type { CaseDetail } from '#contract/hub-api.ts';
import type { CaseSubmitted } from '#contract/record.ts';
import { fullTime } from '../words/times.ts';
import { useWords } from '../words/use-words.ts';
import { Fact } from './fact.tsx';

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
  const { language, texts } = useWords();
  return (
    <section>
      <h2>{texts.detail.timeline}</h2>
      <ol className="timeline">
        {events.map((event) => (
          <li key={`${event.what} ${event.at} ${event.about?.en ?? ''}`}>
            <span className="time">{fullTime(event.at)}</span>
            <span>
              {event.about !== undefined && `${event.about[language]}${language === 'en' ? ': ' : '：'}`}
              {texts.events[event.what]} {event.until}
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
  const { language, texts } = useWords();
  const { fields, spoken, workdays } = texts.detail;
  return (
    <section>
      <h2>{texts.detail.origin}</h2>
      <dl>
        <Fact label={fields.station}>
          {record.stationName?.[language] ?? record.station}
          {record.stationName !== undefined && <small>{record.station}</small>}
        </Fact>
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
