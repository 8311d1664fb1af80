/** A document camera on its arm above a sheet of paper. */
import type { ReactNode } from 'react';
import './pictures.css';

export function CameraPicture(): ReactNode {
  return (
    <svg className="picture" viewBox="0 0 120 120" aria-hidden="true">
      <path d="M18 106V22h46" />
      <rect className="paper" x="52" y="14" width="28" height="16" rx="3" />
      <path className="jade" d="M66 34 36 96M66 34l38 62" />
      <path className="paper" d="M36 92h60l8 14H28z" />
      <path className="soft" d="M46 97h40M44 101h44" />
      <path d="M10 106h100" />
    </svg>
  );
}
