/** Judges and cuts pictures beside the page's main thread, so that the preview stays smooth. */
import { encode } from './encode.ts';
import { grayOf } from './gray.ts';
import { judge } from './judge.ts';
import { readCodes } from './read-codes.ts';
import { watchStillness } from './stillness.ts';
import { scaled, straighten, widthOfWhole, type Pixels } from './straighten.ts';
import type { FromWorker, Looked, Taken, ToWorker } from './worker-words.ts';

/** Width in pixels at which a sheet is looked for. */
const JUDGED_WIDTH = 640;
const watch = watchStillness();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data)
    .catch((): FromWorker => ({ kind: 'failed' }))
    .then((said) => {
      postMessage(said, said.kind === 'taken' && said.jpeg !== null ? { transfer: [said.jpeg] } : {});
    });
});

async function answer(asked: ToWorker): Promise<FromWorker> {
  switch (asked.kind) {
    case 'look':
      return look(asked.picture, asked.at);
    case 'take':
      return take(asked.picture);
    case 'turn':
      return { kind: 'taken', jpeg: await encode(turned(asked.picture)), codes: [] };
  }
}

function look(picture: ImageBitmap, at: number): Looked {
  const gray = grayOf(pixelsOf(picture, picture.width));
  const judgement = judge(gray);
  const shares = judgement.corners?.map(({ x, y }) => ({ x: (x + 0.5) / gray.width, y: (y + 0.5) / gray.height }));
  return {
    kind: 'looked',
    ...watch.see(gray, judgement, at),
    corners: (shares as Looked['corners'] | undefined) ?? null,
  };
}

async function take(picture: ImageBitmap): Promise<Taken> {
  watch.startOver();
  const { corners } = judge(grayOf(pixelsOf(picture, JUDGED_WIDTH, false)));
  const by = picture.width / JUDGED_WIDTH;
  const page =
    corners === null
      ? pixelsOf(picture, widthOfWhole(picture))
      : straighten(pixelsOf(picture, picture.width), scaled(corners, by));
  const canvas = new OffscreenCanvas(page.width, page.height);
  const image = new ImageData(page.data, page.width, page.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  const [jpeg, codes] = await Promise.all([encode(canvas), readCodes(image)]);
  return { kind: 'taken', jpeg, codes };
}

/** `close`: the picture isn't needed any more. */
function pixelsOf(picture: ImageBitmap, width: number, close = true): Pixels {
  const height = Math.round((picture.height * width) / picture.width);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, width, height);
  if (close) picture.close();
  return context.getImageData(0, 0, width, height) as Pixels;
}

function turned(picture: ImageBitmap): OffscreenCanvas {
  const canvas = new OffscreenCanvas(picture.height, picture.width);
  const context = canvas.getContext('2d');
  context?.translate(picture.height, 0);
  context?.rotate(Math.PI / 2);
  context?.drawImage(picture, 0, 0);
  picture.close();
  return canvas;
}
