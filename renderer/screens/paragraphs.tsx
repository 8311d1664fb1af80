/** A text that may have several paragraphs, one per line. */
import type { ReactNode } from 'react';

export function Paragraphs({ text }: { readonly text: string }): ReactNode {
  return text
    .split('\n')
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}
