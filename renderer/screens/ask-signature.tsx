/** A question answered by signing with the finger; who can't or won't says so and signs later. */
import { useState, type ReactNode } from 'react';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { SIGNATURE_PAD } from '#contract/signature.ts';
import { Frame } from '../frame/frame.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useSession } from '../press/session.tsx';
import { SignaturePad } from '../signature/signature-pad.tsx';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { useGive } from './use-give.ts';

interface AskSignatureProps extends ScreenProps<'ask'> {
  readonly input: Extract<QuestionInput, { kind: 'signature' }>;
}

export function AskSignature({ view, body, input }: AskSignatureProps): ReactNode {
  const { intend } = useSession();
  const give = useGive({ view, body });
  const { value, element, problem } = body;
  const given = typeof value === 'string' ? value : '';
  const [path, setPath] = useState(given.startsWith('M') ? given : '');
  // What was wrong with what is wiped away isn't said of the empty pad.
  const wrong = path === given ? problem : null;
  const { later } = input;
  const upright = view.machine.heightPx > view.machine.widthPx;
  const mark = <ProblemLine problem={wrong} />;
  const pad = (
    <>
      {upright && mark}
      <SignaturePad
        pad={SIGNATURE_PAD}
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
        {later !== null && (
          <KioskPress
            look="secondary"
            chosen={given === input.laterValue && path === ''}
            does={() => {
              setPath('');
              void intend({ kind: 'answer', element, value: input.laterValue });
            }}
          >
            {later}
          </KioskPress>
        )}
      </div>
    </>
  );
  const goOn = (): void => {
    give(path === '' && given === input.laterValue ? given : path);
  };
  return (
    <Frame view={view} onPrimary={goOn} low={{ kind: 'keypad', content: pad }}>
      {!upright && mark}
      <QuestionWords view={view} body={body} />
    </Frame>
  );
}
