/** Puts the view's language, scale and machine on the root element, before the browser paints. */
import { useLayoutEffect } from 'react';
import type { ScreenView } from '#contract/screen.ts';
import { measures } from './measures.ts';

export function useMeasures(view: ScreenView): void {
  const { machine, scale, language, title } = view;
  useLayoutEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of measures(machine, scale)) root.style.setProperty(name, value);
    root.dataset['scale'] = scale;
    root.dataset['shape'] = machine.widthPx > machine.heightPx ? 'landscape' : 'portrait';
    root.lang = language;
  }, [machine, scale, language]);
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}
