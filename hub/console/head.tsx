/** The head of every page: whose desk this is, the language, and what needs somebody's eye. */
import type { Language } from '#contract/language.ts';
import { KIOSKS_ADDRESS, OWED_ADDRESS, PROMISES_ADDRESS, VERIFY_ADDRESS } from './address.ts';
import { askHealth } from './hub/ask-hub.ts';
import { usePolled } from './hub/use-polled.ts';
import { Link } from './link.tsx';
import { KIOSK_WORDS } from './words/kiosk-words.ts';
import { OWED_WORDS } from './words/owed-words.ts';
import { PROMISE_WORDS } from './words/promise-words.ts';
import { useWords } from './words/use-words.ts';
import { VERIFY_WORDS } from './words/verify-words.ts';

const HEALTH_EVERY_MS = 15_000;

export function Head({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { language, texts } = useWords();
  const { value: health } = usePolled(askHealth, HEALTH_EVERY_MS);
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header>
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <div className="bar">
        <Link to="/" className="brand">
          <strong>{texts.product}</strong> {texts.desk}
        </Link>
        <nav>
          <Link to="/">{KIOSK_WORDS[language].cases}</Link>
          <Link to={OWED_ADDRESS}>{OWED_WORDS[language].title}</Link>
          <Link to={PROMISES_ADDRESS}>{PROMISE_WORDS[language].title}</Link>
          <Link to={VERIFY_ADDRESS}>{VERIFY_WORDS[language].title}</Link>
          <Link to={KIOSKS_ADDRESS}>{KIOSK_WORDS[language].title}</Link>
        </nav>
        <span className="local">{texts.localOnly}</span>
        <button type="button" lang={other} onClick={() => onLanguage(other)}>
          {texts.switchLanguage}
        </button>
      </div>
      {health && (health.quarantined > 0 || health.alarms > 0) && (
        <p className="notice attention" role="status">
          {texts.trouble.aside(health.quarantined, health.alarms)}{' '}
          <Link to={KIOSKS_ADDRESS}>{KIOSK_WORDS[language].look}</Link>
        </p>
      )}
    </header>
  );
}
