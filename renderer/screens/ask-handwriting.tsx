/** A question answered by writing with the finger; what is known already stands above the pad, and holds unless something is written. */
import { useState, type ReactNode } from 'react';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { WRITING_PAD } from '#contract/signature.ts';
import { Frame } from '../frame/frame.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { SignaturePad } from '../signature/signature-pad.tsx';
import './ask-handwriting.css';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { useGive } from './use-give.ts';

interface AskHandwritingProps extends ScreenProps<'ask'> {
  readonly input: Extract<QuestionInput, { kind: 'handwriting' }>;
}

export function AskHandwriting({ view, body, input }: AskHandwritingProps): ReactNode {
  const give = useGive({ view, body });
  const { value, problem } = body;
  const { known } = input;
  const given = typeof value === 'string' && value !== known ? value : '';
  const [path, setPath] = useState(given);
  // What was wrong with what is wiped away isn't said of the empty pad.
  const wrong = path === given ? problem : null;
  const upright = view.machine.heightPx > view.machine.widthPx;
  const mark = <ProblemLine problem={wrong} />;
  const pad = (
    <>
      {upright && mark}
      <SignaturePad
        pad={WRITING_PAD}
        label={body.question}
        hint={input.hint}
        path={path}
        onPath={setPath}
        wrong={wrong !== null}
      />
      <div className="signature-ways">
        <KioskPress
          look="secondary"
          pace="key"
          does={() => {
            setPath('');
          }}
        >
          {input.clear}
        </KioskPress>
      </div>
    </>
  );
  const goOn = (): void => {
    give(path === '' && known !== null ? known : path);
  };
  return (
    <Frame view={view} onPrimary={goOn} low={{ kind: 'keypad', content: pad }}>
      {!upright && mark}
      <QuestionWords view={view} body={body} />
      {known !== null && (
        <p className="known-text card" data-struck={path !== ''}>
          {known}
        </p>
      )}
    </Frame>
  );
}
