/** The part of Tesseract 5, compiled to WebAssembly by the project Tesseract.js, that we call; it comes without types. */
declare module 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.js' {
  interface TesseractCore {
    readonly FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
    readonly TessBaseAPI: new () => TessBaseApi;
    _malloc(bytes: number): number;
    getValue(pointer: number, type: 'i32'): number;
  }

  interface TessBaseApi {
    /** 0, or -1 when the language data can't be used. */
    Init(folder: null, language: string, engineMode: number, configFile: string): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads `/input`; `exif` is the picture's orientation, 1 for upright. 1 when it is no picture. */
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    GetIterator(): ResultIterator;
    MeanTextConf(): number;
    /** Forgets picture and text; what the page took is free for the next one. */
    Clear(): void;
  }

  /** `level` as in Tesseract's `PageIteratorLevel`. */
  interface ResultIterator {
    Begin(): void;
    Empty(level: number): boolean;
    Next(level: number): boolean;
    IsAtBeginningOf(level: number): boolean;
    IsAtFinalElement(level: number, element: number): boolean;
    GetUTF8Text(level: number): string;
    Confidence(level: number): number;
    BoundingBox(level: number, left: number, top: number, right: number, bottom: number): boolean;
  }

  const loadCore: (options: {
    readonly wasmBinary: Uint8Array;
    readonly printErr: (line: string) => void;
  }) => Promise<TesseractCore>;
  // The package has this one export and no other.
  export default loadCore;
  export type { TesseractCore, TessBaseApi, ResultIterator };
}
