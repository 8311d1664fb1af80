/** A text that may have several paragraphs, one per line. */
import type { ReactNode } from 'react';
import { languageOf } from '../design/language-of.ts';
import { Words } from '../words/words.tsx';

export function Paragraphs({ text }: { readonly text: string }): ReactNode {
  return text
    .split('\n')
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => (
      <p key={paragraph} lang={languageOf(paragraph)}>
        <Words text={paragraph} />
      </p>
    ));
}
