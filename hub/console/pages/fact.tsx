/** One pair of a name and what it is, for a `<dl>`; what is not known is left out. */
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
  /** What it is stands below its name and takes the whole width. */
  readonly wide?: boolean;
}

export function Fact({ label, children, wide = false }: Props) {
  if (children === undefined || children === null || children === '') return null;
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
