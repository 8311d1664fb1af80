/** Paper under the camera: what to lay down, why no picture is taken yet, what was taken, or what is wrong with the camera. */
import { CaptureAdvice } from '#contract/camera.ts';
import { FAULTS, type FaultCode } from '#contract/faults.table.ts';
import type { MaterialId, StepId } from '#contract/ids.ts';
import type { Button } from '#contract/screen/parts.ts';
import { pagesOf } from '../../compile/plan-context.ts';
import { canDo, contextOf } from '../visit.ts';
import { removeWanting } from './remove-now.ts';
import { runningIn, type Scene } from './scene.ts';
import { standingAlone } from './standing-alone.ts';
import type { Sheet } from './sheet.ts';

type Phase = 'capturing' | 'reading' | 'trouble';

export function scanView(scene: Scene, step: StepId, id: MaterialId, phase: Phase): Sheet {
  const { t, say, content } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const material = content.materials[id];
  if (material === undefined) throw new RangeError(`no material ${id} in this release`);
  const what = say(material.label);
  const pages = pagesOf(context, id).map((page, index) => ({ page: page.id, label: t('scan.page', { n: index + 1 }) }));
  const [headline, detail] = wordsOf(scene, phase, { fault: context.fault, taken: pages.length > 0, what });
  // Who has taken a page goes on with it; whoever doesn't want it removes it first.
  const later: Button | null =
    pages.length === 0 && canDo(running, 'defer')
      ? { label: t('button.defer', { days: material.deferrableWorkdays ?? 0 }), intent: { kind: 'defer' } }
      : null;
  const onward = primaryOf(scene, phase);
  // Where bringing it later is the only way on, it is the large button: nobody ends the visit by mistake.
  const primary =
    phase === 'trouble' ? (onward ?? later ?? { label: t('button.leave'), intent: { kind: 'leave' } }) : onward;
  // Whoever hasn't got the paper, and may not bring it later, does without what wants it.
  const cannotPass = phase === 'trouble' || (phase === 'capturing' && pages.length === 0 && later === null);
  return {
    title: standingAlone(what),
    body: {
      kind: 'scan',
      phase,
      headline,
      detail,
      pages,
      most: material.capture?.pages.max ?? 1,
      advice: Object.fromEntries(CaptureAdvice.options.map((advice) => [advice, t(`advice.${advice}`)])) as Record<
        CaptureAdvice,
        string
      >,
      words: {
        preview: t('scan.preview'),
        shutter: t('button.shutter'),
        rotate: t('button.rotate'),
        retake: t('button.retake'),
        remove: t('button.removePage'),
        addPage: t('button.addPage'),
      },
    },
    spoken: [headline, detail],
    help: 'help.scan',
    others: [later === null || later === primary ? [] : later, cannotPass ? removeWanting(scene, step) : []].flat(),
    primary,
  };
}

function wordsOf(
  scene: Scene,
  phase: Phase,
  { fault, taken, what }: { readonly fault: FaultCode | null; readonly taken: boolean; readonly what: string },
): readonly [string, string] {
  const { t, say } = scene;
  if (phase === 'reading') return [t('scan.reading'), t('scan.readingDetail')];
  if (phase === 'trouble') {
    const { citizen, nextStep } = FAULTS[fault ?? 'camera.absent'];
    // Nobody is told to press what isn't there.
    const goingOn = canDo(runningIn(scene), 'retry') ? nextStep : FAULTS['camera.other'].nextStep;
    return [say(citizen), say(goingOn)];
  }
  return taken ? [t('scan.taken'), t('scan.takenDetail')] : [t('scan.lay', { what }), t('scan.layDetail')];
}

function primaryOf(scene: Scene, phase: Phase): Button | null {
  const { t } = scene;
  const running = runningIn(scene);
  if (phase === 'reading') return null;
  if (phase === 'capturing')
    return canDo(running, 'next') ? { label: t('button.next'), intent: { kind: 'next' } } : null;
  return canDo(running, 'retry') ? { label: t('button.retry'), intent: { kind: 'retry' } } : null;
}
