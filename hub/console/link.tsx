/** A link inside the console: a real address, followed without loading the page again. */
import type { MouseEvent, ReactNode } from 'react';
import { go } from './address.ts';

interface Props {
  readonly to: string;
  readonly className?: string;
  /** The address is the one that is shown. */
  readonly current?: boolean;
  readonly children: ReactNode;
}

export function Link({ to, className, current, children }: Props) {
  const follow = (event: MouseEvent): void => {
    // Another tab or window is the browser's business.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} className={className} aria-current={current === true ? 'true' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
