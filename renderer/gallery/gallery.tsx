/** The wall of screens for reviewers: every sample in one language, scale and machine at a time. Never shipped. */
import { useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Language } from '#contract/language.ts';
import { TextScale } from '#contract/screen/intent.ts';
import { addressOf } from './gallery-address.ts';
import './gallery.css';
import { PANEL_SAMPLES } from './panel/panel-samples.ts';
import { MACHINES, SAMPLES } from './samples/all-samples.ts';

function Gallery(): ReactNode {
  const [language, setLanguage] = useState<Language>('zh-CN');
  const [scale, setScale] = useState<TextScale>('standard');
  const [machineName, setMachineName] = useState('portrait-27');
  const machine = MACHINES[machineName];
  return (
    <>
      <header>
        <h1>Every screen</h1>
        <Choice name="Language" all={Language.options} now={language} onChoose={setLanguage} />
        <Choice name="Text" all={TextScale.options} now={scale} onChoose={setScale} />
        <Choice name="Machine" all={Object.keys(MACHINES)} now={machineName} onChoose={setMachineName} />
      </header>
      <main>
        {[...SAMPLES.keys(), ...PANEL_SAMPLES.keys()].map((sample) => {
          const address = `frame.html${addressOf(sample, language, scale, machineName)}`;
          return (
            <figure key={address}>
              <figcaption>
                <a href={address}>{sample}</a>
              </figcaption>
              <iframe
                src={address}
                title={sample}
                loading="lazy"
                style={{ aspectRatio: machine === undefined ? 1 : machine.widthPx / machine.heightPx }}
              />
            </figure>
          );
        })}
      </main>
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly all: readonly T[];
  readonly now: T;
  readonly onChoose: (choice: T) => void;
}

function Choice<T extends string>({ name, all, now, onChoose }: ChoiceProps<T>): ReactNode {
  return (
    <label>
      {name}
      <select value={now} onChange={(event) => onChoose(event.target.value as T)}>
        {all.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}

const root = document.getElementById('gallery');
if (root === null) throw new Error('index.html has no #gallery');
createRoot(root).render(<Gallery />);
