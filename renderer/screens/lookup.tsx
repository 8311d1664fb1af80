/** What another office knows: being asked for, or what came, each entry with its state in words and why. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { Pictogram, type PictogramName } from '../pictures/pictogram.tsx';
import { Words } from '../words/words.tsx';
import './lookup.css';
import { Paragraphs } from './paragraphs.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { BadgeMark, Facts } from './service-parts.tsx';
import './text-parts.css';
import { WaitStrokes } from './wait-strokes.tsx';

type Lookup = ScreenProps<'lookup'>['body'];

const OUTCOMES: Readonly<Record<Exclude<Lookup['phase'], 'asking'>, { tone: string; sign: PictogramName }>> = {
  found: { tone: 'calm', sign: 'check' },
  nothing: { tone: 'calm', sign: 'info' },
  trouble: { tone: 'attention', sign: 'attention' },
};

export function LookupScreen({ view, body }: ScreenProps<'lookup'>): ReactNode {
  return (
    <Frame view={view}>
      <LookupHeadline phase={body.phase} headline={body.headline} />
      <Paragraphs text={body.detail} />
      {body.entries.length > 0 && (
        <ul className="lookup-entries">
          {body.entries.map((entry, index) => (
            <li key={index} className="lookup-entry card" data-tone={entry.tone}>
              <div className="lookup-head">
                <h3>{entry.title}</h3>
                <BadgeMark badge={{ tone: entry.tone, text: entry.state }} />
              </div>
              {entry.facts.length > 0 && <Facts facts={entry.facts} />}
              {entry.parts.length > 0 && (
                <ul className="lookup-parts">
                  {entry.parts.map((part) => (
                    <li key={part.title}>
                      <div className="lookup-head">
                        <h4>{part.title}</h4>
                        <BadgeMark badge={{ tone: part.tone, text: part.state }} />
                      </div>
                      <p>
                        <Words text={part.detail} />
                      </p>
                      {part.reason !== null && (
                        <p>
                          <Words text={part.reason} />
                        </p>
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {entry.bring.map((sentence) => (
                <p key={sentence} className="lookup-next">
                  <Words text={sentence} />
                </p>
              ))}
              {entry.reason !== null && (
                <p className="lookup-reason">
                  <Words text={entry.reason} />
                </p>
              )}
              {entry.nextStep !== null && (
                <p className="lookup-next">
                  <Words text={entry.nextStep} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}

function LookupHeadline({ phase, headline }: Pick<Lookup, 'phase' | 'headline'>): ReactNode {
  if (phase === 'asking')
    return (
      <>
        <WaitStrokes />
        <h2>{headline}</h2>
      </>
    );
  const { tone, sign } = OUTCOMES[phase];
  return (
    <h2 className="outcome" data-tone={tone}>
      <Pictogram name={sign} />
      <span>{headline}</span>
    </h2>
  );
}
