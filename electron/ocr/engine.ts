/** Tesseract in WebAssembly, ready to read pages; everything it needs is handed in, nothing is looked for elsewhere. */
import loadCore from 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.js';
import { MOST_PAGE_BYTES, MOST_PIXELS, type PageRead } from '#contract/ocr.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { pictureSize } from './picture-size.ts';
import { boxReader, readLines } from './read-results.ts';

/** The name of the data inside the engine; Latin letters and digits are part of it. */
const LANGUAGE = 'chi_sim';
const LSTM_ONLY = 1;
const PICTURE = '/input';

/**
 * Measured on the papers of `fixtures/papers`: "one column of lines of any size" (4) reads ruled tables that "one block"
 * loses. Sauvola's threshold (2) looks at the neighbourhood of a pixel and so forgives a lamp from one side, where one
 * threshold for the page costs up to half of the characters. A camera doesn't say how fine it is: taken for the
 * screen's 70 dots per inch, which Tesseract assumes, narrow table columns are lost.
 */
const SETTINGS = { tessedit_pageseg_mode: '4', thresholding_method: '2', user_defined_dpi: '200' } as const;

export interface EngineData {
  /** `tesseract-core-relaxedsimd-lstm.wasm` */
  readonly core: Uint8Array;
  /** `chi_sim.traineddata`, unpacked. */
  readonly language: Uint8Array;
}

export interface OcrEngine {
  /** Blocks its thread until the page is read. Throws only when the engine is broken: then it must not be used again. */
  read(picture: Uint8Array): Result<PageRead, 'ocr.notAPicture'>;
}

/** Rejects when core and data don't fit each other. */
export async function startEngine({ core, language }: EngineData): Promise<OcrEngine> {
  // What Tesseract says of a page may quote it: nobody hears it.
  const engine = await loadCore({ wasmBinary: core, printErr: () => undefined });
  engine.FS.writeFile(`./${LANGUAGE}.traineddata`, language);
  const api = new engine.TessBaseAPI();
  if (api.Init(null, LANGUAGE, LSTM_ONLY, '') !== 0) throw new Error('the language data of the page reader is damaged');
  // From here on it is in the engine's own structures.
  engine.FS.unlink(`./${LANGUAGE}.traineddata`);
  for (const [name, value] of Object.entries(SETTINGS)) api.SetVariable(name, value);
  const boxAt = boxReader(engine);

  return {
    read: (picture) => {
      const startedAt = performance.now();
      const size = pictureSize(picture);
      if (size === null || picture.length > MOST_PAGE_BYTES || size.width * size.height > MOST_PIXELS)
        return fail('ocr.notAPicture');
      engine.FS.writeFile(PICTURE, picture);
      try {
        if (api.SetImageFile(1, 0) !== 0) return fail('ocr.notAPicture');
        if (api.Recognize(null) !== 0) throw new Error('the page reader gave up on a picture it had accepted');
        const lines = readLines(api.GetIterator(), boxAt);
        const confidence = lines.length === 0 ? 0 : api.MeanTextConf();
        return ok({ ...size, lines: [...lines], confidence, elapsedMs: performance.now() - startedAt });
      } finally {
        api.Clear();
        engine.FS.unlink(PICTURE);
      }
    },
  };
}
