/** The screen's one heading. It takes the focus on each new screen, so that keyboard and screen reader start there.
 * A title said in two languages at once, ` · ` between them, stands in two lines. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { languageOf } from '../design/language-of.ts';

export function TitleLine({ view }: { readonly view: ScreenView }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const { body, title } = view;
  const place = `${body.kind} ${body.kind === 'ask' ? body.element : title}`;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title.split(' · ').map((line) => (
        <span key={line} className="title-line" lang={languageOf(line)}>
          {line}
        </span>
      ))}
    </h1>
  );
}
