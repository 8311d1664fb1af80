/** Says of a place in a bundled program where it is in our sources, from the map beside it: read only when something failed. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';

/** `at f (file:///…/part-main.js:12:5)` → `at f (electron/main/start.ts:61:3)`. What has no map stays as it is. */
export function nameSource(frame: string): string {
  return frame.replace(
    /(?:file:\/\/)?(\/[^\s()]+\.js):(\d+):(\d+)/,
    (place, file: string, line: string, column: string) => {
      try {
        const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
        const origin = map.findOrigin(Number(line), Number(column));
        if (!('fileName' in origin)) return place;
        // A program lies two folders below the root, as electron/shell/built-folder.ts has it.
        const source = path.relative(
          path.resolve(path.dirname(file), '../..'),
          path.resolve(path.dirname(file), origin.fileName),
        );
        return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
      } catch {
        return place;
      }
    },
  );
}
