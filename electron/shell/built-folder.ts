/** Where the page and the preload are once they are built: the same two steps up from here and from a bundled program. */
import path from 'node:path';

export const BUILT_FOLDER = path.resolve(import.meta.dirname, '../../.build');
