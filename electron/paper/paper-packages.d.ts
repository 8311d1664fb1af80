/** The parts of the packages that make PDF files which we call; their own types are older than they are, or there are none. */
declare module 'pdfkit' {
  import type { EventEmitter } from 'node:events';

  interface PdfDocument extends EventEmitter {
    addPage(): this;
    /** `source` is a font file, once; afterwards its name is enough. */
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(points: number): this;
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    rotate(degrees: number): this;
    /** A path as in SVG. */
    path(path: string): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(points: number): this;
    lineCap(cap: 'round' | 'butt'): this;
    lineJoin(join: 'round'): this;
    stroke(colour: string): this;
    fill(colour: string): this;
    fillColor(colour: string): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    end(): void;
  }

  const Document: new (options: {
    readonly size: 'A4';
    readonly margin: number;
    readonly autoFirstPage: false;
    /** Null: no font of its own; it would look for one on the disk. */
    readonly font: null;
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly pdfVersion: '1.7';
    readonly info: Readonly<Record<string, string | Date>>;
  }) => PdfDocument;
  export default Document;
  export type { PdfDocument };
}

declare module 'subset-font' {
  const subsetFont: (
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'truetype';
      readonly variationAxes: { readonly wght: number };
      readonly keepFeatures: readonly string[];
      readonly noLayoutClosure: boolean;
    },
  ) => Promise<Uint8Array>;
  export default subsetFont;
}

declare module 'fontkit' {
  interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
  }
  interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
  }
  const create: (file: Uint8Array) => Font;
  export { create };
}

declare module 'linebreak' {
  /** The places where a line may end, by Unicode's line breaking algorithm (UAX 14), one after the other. */
  class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
  export default LineBreaker;
}
