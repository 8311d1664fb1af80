/** The screen's one heading. It takes the focus on each new screen, so that keyboard and screen reader start there. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';

export function TitleLine({ view }: { readonly view: ScreenView }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { body, title } = view;
  const place = `${body.kind} ${body.kind === 'ask' ? body.element : title}`;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
