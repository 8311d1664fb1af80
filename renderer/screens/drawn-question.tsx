/** A question answered on the pad with the finger: the pad with its wiper, and what goes on when it is left empty. */
import { useState, type ReactNode } from 'react';
import type { Pad } from '#contract/signature.ts';
import { Frame } from '../frame/frame.tsx';
import { KioskPress } from '../press/kiosk-press.tsx';
import { SignaturePad } from '../signature/signature-pad.tsx';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { useGive } from './use-give.ts';

interface DrawnQuestionProps extends ScreenProps<'ask'> {
  readonly pad: Pad;
  readonly input: { readonly hint: string; readonly clear: string };
  /** What was given before, drawn or not; empty for nothing. */
  readonly given: string;
  /** What is given when nothing is drawn. */
  readonly undrawn: string;
  /** Ways beside wiping. */
  readonly ways?: (path: string, wipe: () => void) => ReactNode;
  /** Below the question. */
  readonly children?: (path: string) => ReactNode;
}

export function DrawnQuestion({
  view,
  body,
  pad,
  input,
  given,
  undrawn,
  ways,
  children,
}: DrawnQuestionProps): ReactNode {
  const give = useGive({ view, body });
  const [path, setPath] = useState(given.startsWith('M') ? given : '');
  const wipe = (): void => {
    setPath('');
  };
  // What was wrong with what is wiped away isn't said of the empty pad.
  const wrong = path === given ? body.problem : null;
  const upright = view.machine.heightPx > view.machine.widthPx;
  const mark = <ProblemLine problem={wrong} />;
  const low = (
    <>
      {upright && mark}
      <SignaturePad
        pad={pad}
        label={body.question}
        hint={input.hint}
        path={path}
        onPath={setPath}
        wrong={wrong !== null}
      />
      <div className="signature-ways">
        <KioskPress look="secondary" pace="key" does={wipe}>
          {input.clear}
        </KioskPress>
        {ways?.(path, wipe)}
      </div>
    </>
  );
  const goOn = (): void => {
    give(path === '' ? undrawn : path);
  };
  return (
    <Frame view={view} onPrimary={goOn} low={{ kind: 'keypad', content: low }}>
      {!upright && mark}
      <QuestionWords view={view} body={body} />
      {children?.(path)}
    </Frame>
  );
}
