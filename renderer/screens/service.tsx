/** One service before it is started: what it is, what it needs, what happens then. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark, Facts } from './service-parts.tsx';
import './text-parts.css';
import { Words } from '../words/words.tsx';

export function ServiceScreen({ view, body }: ScreenProps<'service'>): ReactNode {
  const { card, sections } = body;
  return (
    <Frame view={view}>
      <p className="lead">{card.summary}</p>
      <div className="card stack">
        <Facts facts={card.facts} />
        <p className="card-foot">
          <BadgeMark badge={card.badge} />
        </p>
      </div>
      {sections.map((section) => (
        <section key={section.title} className="section">
          <h2>{section.title}</h2>
          <ul className="points">
            {section.lines.map((line) => (
              <li key={line}>
                <Words text={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  );
}
