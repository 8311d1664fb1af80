/** A question answered by signing with the finger; who can't or won't says so and signs later. */
import type { ReactNode } from 'react';
import type { QuestionInput } from '#contract/screen/question-input.ts';
import { SIGNATURE_PAD } from '#contract/signature.ts';
import { KioskPress } from '../press/kiosk-press.tsx';
import { useSession } from '../press/session.tsx';
import { DrawnQuestion } from './drawn-question.tsx';
import type { ScreenProps } from './screen-of.tsx';

interface AskSignatureProps extends ScreenProps<'ask'> {
  readonly input: Extract<QuestionInput, { kind: 'signature' }>;
}

export function AskSignature({ view, body, input }: AskSignatureProps): ReactNode {
  const { intend } = useSession();
  const { value, element } = body;
  const { later, laterValue } = input;
  const given = typeof value === 'string' ? value : '';
  const postponed = given === laterValue;
  return (
    <DrawnQuestion
      view={view}
      body={body}
      pad={SIGNATURE_PAD}
      input={input}
      given={given}
      undrawn={postponed ? laterValue : ''}
      ways={(path, wipe) =>
        later !== null && (
          <KioskPress
            look="secondary"
            chosen={postponed && path === ''}
            does={() => {
              wipe();
              void intend({ kind: 'answer', element, value: laterValue });
            }}
          >
            {later}
          </KioskPress>
        )
      }
    />
  );
}
