/** The moment of submitting: what happens and that nothing need be pressed. */
import type { Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

export function submitView({ t }: Scene): Sheet {
  const [headline, detail] = [t('submit.headline'), t('submit.detail')];
  return {
    title: t('submit.title'),
    body: { kind: 'wait', headline, detail },
    spoken: [headline, detail],
    help: 'help.submit',
  };
}
