/** The picture of a page that was kept, brought back from main. */
import { useEffect, useState } from 'react';
import type { PageId } from '#contract/ids.ts';
import type { Camera } from '../bridge/kiosk.ts';

/** Base64; null until it is there, or when there is no such page. */
export function usePage(camera: Camera, page: PageId | null): string | null {
  const [shown, setShown] = useState<{ readonly page: PageId; readonly jpeg: string } | null>(null);
  useEffect(() => {
    if (page === null) return;
    let current = true;
    camera.page(page).then(
      (jpeg) => {
        if (current && jpeg !== null) setShown({ page, jpeg });
      },
      // It is drawn as missing; the bridge's own end has noted why.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [camera, page]);
  return shown !== null && shown.page === page ? shown.jpeg : null;
}
