/** A page to take along: sections of what to bring, pay and expect, and codes that carry it to a phone. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { QrCode } from '../pictures/qr-code.tsx';
import { Words } from '../words/words.tsx';
import './handout.css';
import type { ScreenProps } from './screen-of.tsx';
import './text-parts.css';

export function HandoutScreen({ view, body }: ScreenProps<'handout'>): ReactNode {
  return (
    <Frame view={view}>
      <p className="lead">{body.about}</p>
      {body.sections.map(({ title, numbered, lines }) => (
        <section key={title} className="section card handout-section">
          <h2>{title}</h2>
          {numbered ? (
            <ol className="numbered">
              {lines.map((line) => (
                <li key={line}>
                  <Words text={line} />
                </li>
              ))}
            </ol>
          ) : (
            <ul className="points">
              {lines.map((line) => (
                <li key={line}>
                  <Words text={line} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {body.asked !== null && (
        <section className="section card handout-section">
          <h2>{body.asked.title}</h2>
          {body.asked.pairs.map(({ question, answer }) => (
            <div key={question} className="handout-asked">
              <h3>
                <Words text={question} />
              </h3>
              <p>
                <Words text={answer} />
              </p>
            </div>
          ))}
        </section>
      )}
      <section className="section">
        <h2>{body.take.title}</h2>
        <div className="handout-codes">
          {body.take.codes.map(({ data, caption }) => (
            <figure key={caption} className="handout-code">
              <QrCode text={data} />
              <figcaption>{caption}</figcaption>
            </figure>
          ))}
        </div>
      </section>
    </Frame>
  );
}
