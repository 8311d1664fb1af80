/** A QR code as one black path on white, with its quiet zone; holds the case number and nothing else. */
import { create } from 'qrcode';
import { useMemo, type ReactNode } from 'react';

/** Modules of white on each side that a scanner needs (ISO/IEC 18004). */
const QUIET = 4;

/** Nothing for a text that no code can hold: the number is written beside it, and a receipt must stay on the screen. */
export function QrCode({ text }: { readonly text: string }): ReactNode {
  const drawn = useMemo(() => drawModules(text), [text]);
  if (drawn === null) return null;
  const { path, side } = drawn;
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

/** `side` counts modules, quiet zone included. Null when the text is too long or no Unicode. */
function drawModules(text: string): { readonly path: string; readonly side: number } | null {
  const modules = modulesOf(text);
  if (modules === null) return null;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) !== 0) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { path, side: modules.size + 2 * QUIET };
}

function modulesOf(text: string): ReturnType<typeof create>['modules'] | null {
  try {
    return create(text, { errorCorrectionLevel: 'M' }).modules;
  } catch {
    return null;
  }
}
