/** Pictures of a sheet as somebody may lay it: what is found of it, the reason why not, and the sheet made upright. */
import { describe, expect, test } from 'vitest';
import { GLASS, seeGlass } from '#fixtures/simulators/camera-uvc/glass.ts';
import type { Lay } from '#fixtures/simulators/camera-uvc/messages.ts';
import { findPage } from './find-page.ts';
import type { Gray } from './gray.ts';
import { judge } from './judge.ts';
import { watchStillness } from './stillness.ts';
import { scaled, sizeOf, squareToQuad, straighten } from './straighten.ts';
import { plainSheet } from '#fixtures/simulators/camera-uvc/plain-sheet.ts';

const WIDTH = 640;
const SHEET = plainSheet();

/** As the page looks at it: each pixel the mean of nine. */
function small(lay: Lay | null): Gray {
  const shades = seeGlass(lay === null ? null : SHEET, lay ?? {});
  const by = GLASS.width / WIDTH;
  const height = GLASS.height / by;
  const pixels = Uint8Array.from({ length: WIDTH * height }, (_, index) => {
    const [x, y] = [(index % WIDTH) * by, Math.floor(index / WIDTH) * by];
    let sum = 0;
    for (let row = 0; row < by; row += 1)
      for (let column = 0; column < by; column += 1) sum += shades[(y + row) * GLASS.width + x + column] ?? 0;
    return sum / (by * by);
  });
  return { width: WIDTH, height, pixels };
}

describe('why no picture is taken', () => {
  test.each<[string, string, Lay | null]>([
    ['noPaper', 'the glass is empty', null],
    ['ready', 'it lies well', {}],
    ['ready', 'it lies aslant', { turn: 9, tilt: 0.1 }],
    ['ready', 'it is upside down', { turn: 180 }],
    ['tooFar', 'it is small', { size: 0.28 }],
    ['cutEdge', 'one side is outside', { off: 0.25 }],
    ['cutEdge', 'it is larger than the glass', { size: 1.3 }],
    ['tooDark', 'somebody stands in the light', { dark: true }],
    ['glare', 'a lamp is reflected on it', { glare: true }],
    ['blur', 'the lens is out of focus', { blur: 7 }],
  ])('%s: %s', (quality, _why, lay) => {
    expect(judge(small(lay)).quality).toBe(quality);
  });
});

test('the four corners are found to within two pixels, first the one at the top left', () => {
  const found = findPage(small({ turn: 5 }));
  const [sin, cos] = [Math.sin((5 * Math.PI) / 180), Math.cos((5 * Math.PI) / 180)];
  const [wide, high] = [0.35 * WIDTH, (0.35 * WIDTH) / Math.SQRT2];
  const expected = [
    [-wide, -high],
    [wide, -high],
    [wide, high],
    [-wide, high],
  ].map(([x = 0, y = 0]) => ({ x: WIDTH / 2 + x * cos - y * sin, y: WIDTH * 0.375 + x * sin + y * cos }));
  for (const [index, corner] of (found?.corners ?? []).entries())
    expect(Math.hypot(corner.x - (expected[index]?.x ?? 0), corner.y - (expected[index]?.y ?? 0))).toBeLessThan(2);
  expect(found?.corners).toHaveLength(4);
});

describe('the sheet made upright', () => {
  test('has the shape of an A4 sheet or a card where it nearly has it, and its own elsewhere', () => {
    const box = (width: number, height: number) =>
      [
        { x: 10, y: 10 },
        { x: 10 + width, y: 10 },
        { x: 10 + width, y: 10 + height },
        { x: 10, y: 10 + height },
      ] as const;
    expect(sizeOf(box(1000, 1400))).toEqual({ width: 990, height: 1400 });
    expect(sizeOf(box(856, 545))).toEqual({ width: 856, height: 540 });
    expect(sizeOf(box(500, 1500))).toEqual({ width: 500, height: 1500 });
    expect(sizeOf(box(3000, 4200))).toEqual({ width: 1654, height: 2339 });
  });
  test('its corners are the corners', () => {
    const corners = [
      { x: 12, y: 20 },
      { x: 310, y: 44 },
      { x: 290, y: 230 },
      { x: 30, y: 200 },
    ] as const;
    const place = squareToQuad(corners);
    for (const [index, [u, v]] of (
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const
    ).entries()) {
      expect(place(u, v).x).toBeCloseTo(corners[index]?.x ?? 0, 6);
      expect(place(u, v).y).toBeCloseTo(corners[index]?.y ?? 0, 6);
    }
  });
  test('an aslant sheet shows its print where it stands on the paper', () => {
    const lay = { turn: 7, tilt: 0.08 };
    const shades = seeGlass(SHEET, lay);
    const data = new Uint8ClampedArray(shades.length * 4).map((_, at) => (at % 4 === 3 ? 255 : (shades[at >> 2] ?? 0)));
    const { corners } = judge(small(lay));
    if (corners === null) throw new Error('no sheet');
    const page = straighten({ ...GLASS, data }, scaled(corners, GLASS.width / WIDTH));
    const at = (u: number, v: number): number =>
      page.data[(Math.floor(v * page.height) * page.width + Math.floor(u * page.width)) * 4] ?? 0;
    // The black square of the sheet covers 0.2…0.3 by 0.2…0.3, the bar 0.2…0.8 by 0.7…0.75.
    expect([at(0.25, 0.25), at(0.5, 0.72)].every((shade) => shade < 60)).toBe(true);
    expect([at(0.15, 0.25), at(0.5, 0.5), at(0.5, 0.8), at(0.98, 0.02)].every((shade) => shade > 180)).toBe(true);
  });
});

describe('picture after picture', () => {
  const lying = small({});
  const ready = { quality: 'ready', corners: null } as const;
  const grain = (gray: Gray, seed: number): Gray => ({
    ...gray,
    pixels: gray.pixels.map((shade, index) => shade + ((index * 7 + seed) % 2)),
  });
  test('the ring fills while it lies still, and empties when it moves', () => {
    const watch = watchStillness();
    expect(watch.see(lying, ready, 0)).toMatchObject({ advice: 'moving', filled: 0 });
    expect(watch.see(grain(lying, 1), ready, 200)).toMatchObject({ advice: 'ready', filled: 0 });
    expect(watch.see(grain(lying, 2), ready, 800).filled).toBeCloseTo(0.5);
    expect(watch.see(small({ off: 0.05 }), ready, 900)).toMatchObject({ advice: 'moving', filled: 0 });
    expect(watch.see(grain(small({ off: 0.05 }), 1), ready, 1_000).filled).toBe(0);
    expect(watch.see(small({ off: 0.05 }), ready, 2_300).filled).toBe(1);
  });
  test('a sheet that is not well laid is never taken, however still it lies', () => {
    const watch = watchStillness();
    const seen = [0, 500, 1_000, 5_000].map((at) => watch.see(grain(lying, at), { ...ready, quality: 'glare' }, at));
    expect(seen.map(({ filled }) => filled)).toEqual([0, 0, 0, 0]);
  });
  test('without any grain the picture stands still; a live one never does', () => {
    const [frozen, live] = [watchStillness(), watchStillness()];
    const faults = Array.from({ length: 9 }, (_, second) => [
      frozen.see(lying, ready, second * 1_000).fault,
      live.see(grain(lying, second), ready, second * 1_000).fault,
    ]);
    expect(faults.map(([fault]) => fault)).toEqual([...Array<null>(7).fill(null), 'camera.frozen', 'camera.frozen']);
    expect(faults.every(([, fault]) => fault === null)).toBe(true);
  });
  test('a picture that stays black is a cap on the lens', () => {
    const watch = watchStillness();
    const black = { ...lying, pixels: new Uint8Array(lying.pixels.length) };
    const dark = { quality: 'noPaper', corners: null } as const;
    const faults = [0, 1_000, 2_900, 3_000].map((at) => watch.see(grain(black, at), dark, at).fault);
    expect(faults).toEqual([null, null, null, 'camera.black']);
  });
});
