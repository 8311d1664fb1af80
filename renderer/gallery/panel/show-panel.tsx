/** One view of the panel, drawn by the panel itself: its buttons are pressed until it shows what the sample is about. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Clock } from '#contract/clock.ts';
import type { Language } from '#contract/language.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';
import { afterPaint } from '../../bridge/after-paint.ts';
import { PressGate } from '../../press/press-gate.ts';
import { Technician } from '../../technician/technician.tsx';
import { panelKiosk } from './panel-kiosk.ts';
import type { PanelSample } from './panel-samples.ts';

interface ShowPanelProps {
  readonly sample: PanelSample;
  readonly language: Language;
  readonly machine: MachineProfile;
  readonly clock: Clock;
  /** Told once the view is on the glass. */
  readonly painted: () => void;
}

export function ShowPanel({ sample, language, machine, clock, painted }: ShowPanelProps): ReactNode {
  const [open, setOpen] = useState(true);
  const gate = useMemo(() => new PressGate(hurried(clock), setOpen), [clock]);
  const kiosk = useMemo(() => panelKiosk(sample), [sample]);
  const [left, setLeft] = useState<readonly string[]>(() => wayTo(sample, language));
  useEffect(() => {
    const [next, ...rest] = left;
    if (!open) return;
    if (next === undefined) {
      void document.fonts.ready.then(() => afterPaint(painted));
      return;
    }
    // What is to be pressed may come with an answer: looked for again and again until it is there.
    const press = (): (() => void) =>
      clock.after(5, () => {
        if (/^\d+$/.test(next)) {
          for (const key of next) dispatchEvent(new KeyboardEvent('keydown', { key }));
          setLeft(rest);
          return;
        }
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(next));
        if (button === undefined) {
          stop = press();
          return;
        }
        button.click();
        setLeft(rest);
      });
    let stop = press();
    return () => stop();
  }, [left, open, clock, painted]);
  return (
    <Technician kiosk={kiosk} clock={clock} gate={gate} machine={machine} firstLanguage={language} leave={() => {}} />
  );
}

/** Nobody's hand trembles here: the pauses between presses are short. */
function hurried(clock: Clock): Clock {
  const times = 100;
  return {
    now: clock.now,
    monotonic: () => clock.monotonic() * times,
    after: (ms, then) => clock.after(ms / times, then),
  };
}

function wayTo({ presses, upTo }: PanelSample, language: Language): readonly string[] {
  const say = <T,>(chinese: T, english: T): T => (language === 'zh-CN' ? chinese : english);
  const lock = say('维护人员：解锁', 'Technicians: unlock');
  if (upTo === 'door') return presses(say);
  if (upTo === 'lock') return [lock, ...presses(say)];
  return [lock, '30519482', say('解锁', 'Unlock'), ...presses(say)];
}
