/** Why no page is taken yet, as a picture; when all is well, a ring that fills until the picture is taken. */
import type { ReactNode } from 'react';
import type { CaptureAdvice } from '#contract/camera.ts';
import './pictures.css';

const SHEET = <path className="paper" d="M34 22h52v76H34z" />;
const PRINT = <path className="soft" d="M42 36h36M42 46h36M42 56h28M42 66h36M42 76h22" />;

const PICTURES: Readonly<Record<Exclude<CaptureAdvice, 'ready'>, ReactNode>> = {
  starting: <path className="soft" d="M20 34h80v56H20zM46 62h28" />,
  noPaper: <path className="soft" strokeDasharray="6 6" d="M34 22h52v76H34z" />,
  tooFar: (
    <>
      <path className="paper" d="M50 46h20v28H50z" />
      <path className="jade" d="M30 26 44 40M90 26 76 40M30 94l14-14M90 94 76 80" />
    </>
  ),
  cutEdge: (
    <>
      <path className="paper" d="M48 22h62v76H48z" />
      <path d="M14 14h78v92H14z" />
      <path className="jade" d="M56 60H26m10-10L26 60l10 10" />
    </>
  ),
  tooDark: (
    <>
      <rect x="14" y="14" width="92" height="92" rx="4" fill="currentColor" />
      <path className="soft" d="M34 22h52v76H34z" />
    </>
  ),
  glare: (
    <>
      {SHEET}
      {PRINT}
      <circle className="paper" cx="66" cy="50" r="15" />
      <path className="jade" d="M66 24v7M66 69v7M40 50h7M85 50h7M48 32l5 5M84 32l-5 5" />
    </>
  ),
  moving: (
    <>
      {SHEET}
      <path
        className="jade"
        d="M24 40c-6 6-6 14 0 20M16 34c-9 10-9 22 0 32M96 40c6 6 6 14 0 20M104 34c9 10 9 22 0 32"
      />
    </>
  ),
  blur: (
    <>
      {SHEET}
      <path className="soft" strokeWidth="7" opacity="0.45" d="M44 40h32M44 56h32M44 72h24" />
    </>
  ),
  notKept: (
    <>
      {SHEET}
      <path className="jade" d="M78 60a18 18 0 1 1-6-13.4M74 34v13H61" />
    </>
  ),
};

const ROUND = 2 * Math.PI * 52;

export function AdvicePicture({ advice, filled }: { advice: CaptureAdvice; filled: number }): ReactNode {
  if (advice !== 'ready')
    return (
      <svg className="picture" viewBox="0 0 120 120" aria-hidden="true">
        {PICTURES[advice]}
      </svg>
    );
  return (
    <svg className="picture" viewBox="0 0 120 120" aria-hidden="true">
      <circle className="soft" cx="60" cy="60" r="52" />
      <circle
        className="jade"
        cx="60"
        cy="60"
        r="52"
        strokeWidth="9"
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - filled)}
        transform="rotate(-90 60 60)"
      />
      <g transform="translate(21 21) scale(0.65)">
        {SHEET}
        {PRINT}
      </g>
    </svg>
  );
}
