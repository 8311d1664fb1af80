/** The one control through which every press goes: by touch, mouse, keyboard and screen reader alike. */
import { useRef, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Intent } from '#contract/screen/intent.ts';
import './kiosk-press.css';
import type { PressBegun, PressPace } from './press-gate.ts';
import { useSession } from './session.tsx';

/** How a control looks: at most one `primary` on a screen. `bare` brings no look of its own. */
export type PressLook = 'primary' | 'secondary' | 'quiet' | 'card' | 'key' | 'bare';

export interface KioskPressProps {
  readonly look: PressLook;
  /** What a press means: an intent for the session, or something within the page. */
  readonly does: Intent | (() => void);
  readonly children: ReactNode;
  readonly pace?: PressPace;
  readonly className?: string;
  /** For the ear, where the words on the control don't say enough. */
  readonly label?: string | undefined;
  /** For controls that are chosen or not, such as an answer. */
  readonly chosen?: boolean;
  /** A help for fingers only: keyboard and screen reader have another way, and what holds it is hidden from them. */
  readonly fingersOnly?: boolean;
}

export function KioskPress(props: KioskPressProps): ReactNode {
  const { revision, gate, intend } = useSession();
  const begun = useRef<PressBegun | null>(null);
  const act = (): void => {
    // A key types into the page: it means the same on every view that still shows it.
    const seen = props.pace === 'key' && begun.current !== null ? { ...begun.current, revision } : begun.current;
    const admitted = gate.admit(seen, revision, props.pace ?? 'screen');
    begun.current = null;
    if (!admitted) return;
    if (typeof props.does === 'function') props.does();
    else void intend(props.does);
  };
  return (
    <Button
      className={`press press-${props.look} ${props.className ?? ''}`}
      onPressStart={() => {
        begun.current = gate.begin(revision);
      }}
      onPress={act}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.chosen === undefined ? {} : { 'aria-pressed': props.chosen })}
      {...(props.fingersOnly === true ? { excludeFromTabOrder: true } : {})}
    >
      {props.children}
    </Button>
  );
}
