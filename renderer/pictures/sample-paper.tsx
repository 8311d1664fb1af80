/** What a paper looks like under the camera, to practise with: its name, lines that say nothing, and a word across it. */
import type { ReactNode } from 'react';
import './sample-paper.css';

interface SamplePaperProps {
  readonly paper: string;
  readonly mark: string;
}

export function SamplePaper({ paper, mark }: SamplePaperProps): ReactNode {
  return (
    <figure className="sample-paper" aria-hidden="true">
      <figcaption>{paper}</figcaption>
      <strong>{mark}</strong>
      <div className="sample-lines" />
    </figure>
  );
}
