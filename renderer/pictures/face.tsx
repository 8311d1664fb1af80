/** Five faces from glad to sorry, for the rating: the same line, another mouth. */
import type { ReactNode } from 'react';
import './pictures.css';

/** How the mouth bends at each level, 5 being the best, in units of the 24-unit square. */
const MOUTHS: Readonly<Record<number, string>> = {
  5: 'M7 13.5a5.2 5.2 0 0 0 10 0z',
  4: 'M7.5 14a5 5 0 0 0 9 0',
  3: 'M8 15.5h8',
  2: 'M8 16.5a4.6 4.6 0 0 1 8 0',
  1: 'M7.5 17.5a4.8 4.8 0 0 1 9 0',
};

export function Face({ level }: { readonly level: number }): ReactNode {
  return (
    <svg className="pictogram face" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <path d={`M8.7 9v1M15.3 9v1${level === 1 ? 'M7 7.2l2.6 1M17 7.2l-2.6 1' : ''}`} />
      <path d={MOUTHS[level] ?? 'M8 15.5h8'} />
    </svg>
  );
}
