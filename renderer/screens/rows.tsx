/** A list that is filled in row by row: each row so far with ways to change or remove it, and one more below. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { ProblemLine } from './question-words.tsx';
import { RowFacts } from './row-facts.tsx';
import './rows.css';
import type { ScreenProps } from './screen-of.tsx';

export function RowsScreen({ view, body }: ScreenProps<'rows'>): ReactNode {
  return (
    <Frame view={view}>
      {body.question !== view.title && <h2 className="question">{body.question}</h2>}
      {body.help !== '' && <p className="secondary">{body.help}</p>}
      <ProblemLine problem={body.problem} />
      {body.rows.length > 0 && (
        <ul className="rows-list card">
          {body.rows.map((row) => (
            <li key={row.title} className="rows-row">
              <RowFacts title={row.title} facts={row.facts} />
              <div className="rows-ways">
                <KioskPress look="secondary" does={row.edit.intent} label={`${row.edit.label} ${row.title}`}>
                  <Pictogram name="edit" />
                  <span>{row.edit.label}</span>
                </KioskPress>
                <KioskPress look="secondary" does={row.remove.intent} label={`${row.remove.label} ${row.title}`}>
                  <Pictogram name="leave" />
                  <span>{row.remove.label}</span>
                </KioskPress>
              </div>
            </li>
          ))}
        </ul>
      )}
      {body.said !== null && <p className="secondary">{body.said}</p>}
      {body.add !== null && (
        <KioskPress look="secondary" className="rows-add" does={body.add.intent}>
          {body.add.label}
        </KioskPress>
      )}
    </Frame>
  );
}
