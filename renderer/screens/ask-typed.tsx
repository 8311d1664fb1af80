/** A question answered by typing: a keypad low under the hands, and right above it a large field spaced as people read it. */
import type { ReactNode } from 'react';
import { Frame } from '../frame/frame.tsx';
import { CodeKeypad } from './code-keypad.tsx';
import { Keypad } from './keypad.tsx';
import { ProblemLine, QuestionWords } from './question-words.tsx';
import type { ScreenProps } from './screen-of.tsx';
import { TypedField } from './typed-field.tsx';
import { typingOf, type TypedInput } from './typing.ts';
import { useTyped } from './use-typed.ts';

interface AskTypedProps extends ScreenProps<'ask'> {
  readonly input: TypedInput;
}

export function AskTyped({ view, body, input }: AskTypedProps): ReactNode {
  const typing = typingOf(input);
  const { draft, press, erase, submit } = useTyped(view, body, typing);
  // Above the field where there is height, beside it where there isn't.
  const upright = view.machine.heightPx > view.machine.widthPx;
  // What was wrong with another value isn't said of this one.
  const wrong = draft === (body.value ?? '') ? body.problem : null;
  const problem = <ProblemLine problem={wrong} />;
  const pad = { erase: view.labels.erase, onKey: press, onErase: erase, full: typing.isFull(draft) };
  const keys = (
    <>
      {upright && problem}
      <TypedField input={input} draft={draft} wrong={wrong !== null} />
      {input.kind === 'code' ? (
        <CodeKeypad {...pad} letters={input.letters} />
      ) : (
        <Keypad {...pad} point={input.kind === 'money' ? input.point : null} />
      )}
    </>
  );
  return (
    <Frame view={view} onPrimary={submit} low={{ kind: 'keypad', content: keys }}>
      {!upright && problem}
      <QuestionWords view={view} body={body} />
      {input.kind === 'date' && <p className="secondary">{input.hint}</p>}
    </Frame>
  );
}
