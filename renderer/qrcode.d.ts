/** The little of `qrcode` that the renderer uses: its published types bring in all of Node's, which a page must not know. */
interface QrCode {
  readonly modules: { readonly size: number; readonly data: Uint8Array; get(row: number, column: number): number };
}
export function create(text: string, options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): QrCode;
