/** Everything behind the corner gesture: the door, the lock, and the panel once it is open; dark, and in its own language. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Clock } from '#contract/clock.ts';
import type { Language } from '#contract/language.ts';
import type { MachineProfile } from '#contract/screen/machine-profile.ts';
import type { TechnicianReply } from '#contract/technician/desk.ts';
import type { Kiosk } from '../bridge/kiosk.ts';
import type { PressGate } from '../press/press-gate.ts';
import { SessionContext } from '../press/session.tsx';
import { deskOf } from './desk.ts';
import { DoorPage } from './door-page.tsx';
import { OpenPanel } from './open-panel.tsx';
import { PanelContext } from './panel-context.tsx';
import { panelMeasures } from './panel-measures.ts';
import './panel-tokens.css';
import { UnlockPage } from './unlock-page.tsx';
import { useTouched } from './use-touched.ts';

export interface TechnicianProps {
  readonly kiosk: Pick<Kiosk, 'technician' | 'onTechnicianLocked' | 'camera'>;
  readonly clock: Clock;
  readonly gate: PressGate;
  readonly machine: MachineProfile;
  /** That of the screen it was opened from. */
  readonly firstLanguage: Language;
  /** Back to the citizens' screen. */
  readonly leave: () => void;
}

type Unlocked = Extract<TechnicianReply, { kind: 'unlocked' }>;
type Where = { readonly at: 'door' | 'lock' } | { readonly at: 'panel'; readonly unlocked: Unlocked };

export function Technician({ kiosk, clock, gate, machine, firstLanguage, leave }: TechnicianProps): ReactNode {
  const [language, setLanguage] = useState(firstLanguage);
  const [where, setWhere] = useState<Where>({ at: 'door' });
  /** Grows whenever what is under the finger changes: a press that began before does not count. */
  const [turn, setTurn] = useState(0);
  useDarkRoom(machine, language);

  const close = useCallback(() => {
    void kiosk.technician({ kind: 'close' }).catch(() => {});
    leave();
  }, [kiosk, leave]);
  useEffect(() => kiosk.onTechnicianLocked(leave), [kiosk, leave]);
  const touched = useCallback(() => void kiosk.technician({ kind: 'touched' }).catch(() => {}), [kiosk]);
  useTouched(where.at === 'panel', clock, touched);

  const panel = useMemo(
    () => ({
      language,
      clock,
      desk: deskOf(kiosk, leave),
      say: (chinese: string, english: string) => (language === 'zh-CN' ? chinese : english),
      tell: (text: Readonly<Record<Language, string>>) => text[language],
    }),
    [language, clock, kiosk, leave],
  );
  const session = useMemo(
    () => ({ revision: turn, gate, clock, camera: kiosk.camera, intend: () => Promise.resolve(false) }),
    [turn, gate, clock, kiosk],
  );
  const moved = useCallback(() => setTurn((count) => count + 1), []);
  const go = useCallback((next: Where) => {
    setWhere(next);
    setTurn((count) => count + 1);
  }, []);
  const opened = useCallback((unlocked: Unlocked) => go({ at: 'panel', unlocked }), [go]);
  const speak = useCallback(() => setLanguage((now) => (now === 'en' ? 'zh-CN' : 'en')), []);

  return (
    <I18nProvider locale={language}>
      <PanelContext value={panel}>
        <SessionContext value={session}>
          {where.at === 'door' && <DoorPage goOn={() => go({ at: 'lock' })} leave={close} speak={speak} />}
          {where.at === 'lock' && <UnlockPage kiosk={kiosk} leave={close} speak={speak} opened={opened} />}
          {where.at === 'panel' && <OpenPanel unlocked={where.unlocked} lock={close} speak={speak} moved={moved} />}
        </SessionContext>
      </PanelContext>
    </I18nProvider>
  );
}

/** Puts the panel's measures and its dark colours on the root element for as long as it is open. */
function useDarkRoom(machine: MachineProfile, language: Language): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of panelMeasures(machine)) root.style.setProperty(name, value);
    root.dataset['scale'] = 'standard';
    root.dataset['shape'] = machine.widthPx > machine.heightPx ? 'landscape' : 'portrait';
    root.dataset['room'] = 'panel';
    root.lang = language;
    document.title = language === 'en' ? 'Technician' : '维护';
    return () => {
      delete root.dataset['room'];
    };
  }, [machine, language]);
}
