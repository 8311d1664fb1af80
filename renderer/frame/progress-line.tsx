/** How far one is: a row of steps, and the same in words. */
import type { ReactNode } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import './progress-line.css';

export function ProgressLine({ progress }: { readonly progress: ScreenView['progress'] }): ReactNode {
  if (progress === null) return <div className="no-progress" />;
  const { step, of, label } = progress;
  return (
    <div
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={step}
      aria-valuetext={label}
    >
      <span className="progress-words">{label}</span>
      <span className="progress-steps">
        {Array.from({ length: of }, (_, index) => (
          <i key={index} data-state={index + 1 < step ? 'done' : index + 1 === step ? 'now' : 'ahead'} />
        ))}
      </span>
    </div>
  );
}
