/** The piece of paper from which an answer was read, large enough to compare, and how sure that is. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { Crop } from '#contract/screen/parts.ts';
import { pictureAddress } from '../camera/kept-page.ts';
import { usePage } from '../camera/use-page.ts';
import { Pictogram } from '../pictures/pictogram.tsx';
import { useSession } from '../press/session.tsx';
import './read-crop.css';
import type { ScreenProps } from './screen-of.tsx';

export function ReadCrop({ read }: { readonly read: NonNullable<ScreenProps<'ask'>['body']['read']> }): ReactNode {
  const { camera } = useSession();
  const jpeg = usePage(camera, read.page);
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    picture.current?.style.setProperty('object-view-box', viewBox(read.crop));
  }, [jpeg, read.crop]);
  return (
    <div className="read-crop card" data-sure={read.sure}>
      {jpeg !== null && <img ref={picture} src={pictureAddress(jpeg)} alt="" />}
      <p>
        <Pictogram name={read.sure ? 'info' : 'attention'} />
        <span>{read.sureness}</span>
      </p>
    </div>
  );
}

function viewBox({ x, y, width, height }: Crop): string {
  return `inset(${[y, 1 - x - width, 1 - y - height, x].map((share) => `${Math.max(0, share) * 100}%`).join(' ')})`;
}
