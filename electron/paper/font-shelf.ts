/** The fonts of one document: of every piece of the screen's font only the signs that it needs, in the two weights of our papers. */
import { create } from 'fontkit';
import subsetFont from 'subset-font';
import type { Language } from '#contract/language.ts';
import { fontFolder, readPiece, readPieces } from './font-files.ts';
import type { RareSign } from '#contract/rare-sign.ts';
import { rareSignsFrom } from './rare-signs.ts';

/** On the weight axis of the font, which is drawn thin when nothing is said. */
const WEIGHTS = { regular: 400, bold: 700 } as const;
export type Weight = keyof typeof WEIGHTS;

/** How one sign is drawn: by a font (`written` there), or as a picture where no font has it. `advance` in parts of the font size. */
export type Sign =
  | { readonly kind: 'font'; readonly font: string; readonly written: string; readonly advance: number }
  | { readonly kind: 'picture'; readonly rows: RareSign; readonly advance: number };

export interface FontShelf {
  /** By the name that `Sign` says. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** Signs that nothing can draw: a paper with such a sign is not printed, least of all with a box in its place. */
  readonly missing: ReadonlySet<string>;
  sign(sign: string, weight: Weight): Sign;
}

/** The quotes of our font are as wide as a Chinese sign, which tears English words apart. */
const AMONG_LATIN: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };

export interface FontShelfOptions {
  readonly language: Language;
  /** A bitmap font in Unifont's `.hex` form; need not be there. */
  readonly rareSigns: string;
}

/** `texts`: everything that will be written, by weight. */
export async function openFonts(
  texts: Readonly<Record<Weight, string>>,
  { language, rareSigns }: FontShelfOptions,
): Promise<FontShelf> {
  const written = (sign: string): string => (language === 'en' ? AMONG_LATIN[sign] : undefined) ?? sign;
  const folder = fontFolder();
  const pieces = [...readPieces(folder)];
  const pictureOf = rareSignsFrom(rareSigns);
  const fonts = new Map<string, Uint8Array>();
  const signs = new Map<string, Sign>();
  const missing = new Set<string>();

  for (const weight of Object.keys(WEIGHTS) as Weight[]) {
    const wanted = Map.groupBy(new Set([...texts[weight]].map(written)), (sign) => {
      const code = codeOf(sign);
      return pieces.find(([, ranges]) => ranges.some(([from, to]) => code >= from && code <= to))?.[0] ?? null;
    });
    for (const [piece, its] of wanted) {
      const drawn = piece === null ? new Set<string>() : await addFont(piece, weight, its);
      for (const sign of its) if (!drawn.has(sign)) addPicture(sign, weight);
    }
  }

  async function addFont(piece: string, weight: Weight, its: readonly string[]): Promise<ReadonlySet<string>> {
    const file = await subsetFont(readPiece(folder, piece), its.join(''), {
      targetFormat: 'truetype',
      variationAxes: { wght: WEIGHTS[weight] },
      // What is measured sign by sign is drawn sign by sign.
      keepFeatures: [],
      noLayoutClosure: true,
    });
    const font = create(file);
    const name = `${weight}-${piece}`;
    const drawn = its.filter((sign) => font.hasGlyphForCodePoint(codeOf(sign)));
    if (drawn.length > 0) fonts.set(name, file);
    for (const sign of drawn) {
      const advance = font.glyphForCodePoint(codeOf(sign)).advanceWidth / font.unitsPerEm;
      signs.set(weight + sign, { kind: 'font', font: name, written: sign, advance });
    }
    return new Set(drawn);
  }

  function addPicture(sign: string, weight: Weight): void {
    const rows = pictureOf(sign);
    if (rows === null) missing.add(sign);
    else signs.set(weight + sign, { kind: 'picture', rows, advance: rows.width / rows.height });
  }

  return {
    fonts,
    missing,
    sign: (sign, weight) => {
      const known = signs.get(weight + written(sign));
      if (known === undefined) throw new Error('a sign was not said when the fonts were opened');
      return known;
    },
  };
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
