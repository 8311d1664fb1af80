/** A picture in shades of gray, small enough to be judged many times a second. */

export interface Gray {
  readonly width: number;
  readonly height: number;
  /** 0 black … 255 white, row by row. */
  readonly pixels: Uint8Array;
}

/** RGBA as a canvas gives it; weights of ITU-R BT.601. */
export function grayOf({ width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>): Gray {
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = index * 4;
    pixels[index] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, pixels };
}

export function histogramOf(pixels: Iterable<number>): Uint32Array {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The shade below which this share (0…1) of the counted pixels lies. */
export function shadeAt(counts: Uint32Array, share: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  let seen = 0;
  for (const [shade, count] of counts.entries()) {
    seen += count;
    if (seen > wanted) return shade;
  }
  return 255;
}

/** The shade that parts dark from bright best (Otsu 1979), and how far the two are apart. */
export function splitOf(counts: Uint32Array): { readonly shade: number; readonly apart: number } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const all = counts.reduce((sum, count, shade) => sum + count * shade, 0);
  let best = { shade: 128, apart: 0, between: 0 };
  let below = 0;
  let sumBelow = 0;
  for (const [shade, count] of counts.entries()) {
    below += count;
    sumBelow += count * shade;
    if (below === 0 || below === total) continue;
    const apart = (all - sumBelow) / (total - below) - sumBelow / below;
    const between = below * (total - below) * apart * apart;
    if (between > best.between) best = { shade, apart, between };
  }
  return best;
}
