/** The other language, by its own name. */
import type { ReactNode } from 'react';
import { KioskPress } from '../press/kiosk-press.tsx';
import { usePanel } from './panel-context.tsx';

export function LanguagePress({ speak }: { readonly speak: () => void }): ReactNode {
  const { language } = usePanel();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <KioskPress look="quiet" does={speak} className="panel-corner">
      <span lang={other}>{other === 'en' ? 'English' : '中文'}</span>
    </KioskPress>
  );
}
