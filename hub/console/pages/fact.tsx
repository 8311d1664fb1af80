/** One pair of a name and what it is, for a `<dl>`; what is not known is left out. */
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

export function Fact({ label, children }: Props) {
  if (children === undefined || children === null || children === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
