/** What was written by hand, drawn; only a path that is one gets into the page. */
import { SIGNATURE_PEN, isHandwriting, sheetOf } from '#contract/signature.ts';

export function Signature({ path }: { readonly path: string }) {
  if (!isHandwriting(path)) return null;
  return (
    <svg className="signature" viewBox={sheetOf(path)} aria-hidden="true">
      <path d={path} {...SIGNATURE_PEN} />
    </svg>
  );
}
