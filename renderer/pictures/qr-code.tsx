/** A QR code as one black path on white, with its quiet zone; holds the case number and nothing else. */
import { create } from 'qrcode';
import { useMemo, type ReactNode } from 'react';

/** Modules of white on each side that a scanner needs (ISO/IEC 18004). */
const QUIET = 4;

export function QrCode({ text }: { readonly text: string }): ReactNode {
  const { path, side } = useMemo(() => drawModules(text), [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={`QR ${text}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

/** `side` counts modules, quiet zone included. */
function drawModules(text: string): { readonly path: string; readonly side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) !== 0) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { path, side: modules.size + 2 * QUIET };
}
