/** What somebody sees who finds the corner by chance: a plain page, with a way back that comes by itself too. */
import { useEffect, type ReactNode } from 'react';
import { KioskPress } from '../press/kiosk-press.tsx';
import { Pictogram } from '../pictures/pictogram.tsx';
import './door-page.css';
import { LanguagePress } from './language-press.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { usePanel } from './panel-context.tsx';

const STAYS_MS = 30_000;

interface DoorPageProps {
  readonly goOn: () => void;
  readonly leave: () => void;
  readonly speak: () => void;
}

export function DoorPage({ goOn, leave, speak }: DoorPageProps): ReactNode {
  const { say, clock } = usePanel();
  useEffect(() => clock.after(STAYS_MS, leave), [clock, leave]);
  return (
    <PanelFrame
      place="door"
      title={say('维护人员入口', 'For technicians')}
      ways={[]}
      corner={<LanguagePress speak={speak} />}
    >
      <div className="door">
        <p className="lead">
          {say('这里不办理业务。请按“返回”，回到办事页面。', 'No services here. Press “Back” for the services.')}
        </p>
        <KioskPress look="primary" does={leave} className="door-back">
          <Pictogram name="back" />
          <span>{say('返回', 'Back')}</span>
        </KioskPress>
        <KioskPress look="secondary" does={goOn}>
          {say('维护人员：解锁', 'Technicians: unlock')}
        </KioskPress>
      </div>
    </PanelFrame>
  );
}
