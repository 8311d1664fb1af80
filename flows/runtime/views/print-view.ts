/** A proof on A4: offered, being printed, and what became of it; the code is on the screen whatever happened to the paper. */
import { FAULTS } from '#contract/faults.table.ts';
import type { StepId } from '#contract/ids.ts';
import { writtenCode } from '#contract/verify-code.ts';
import type { Page } from '../../compile/page.ts';
import { stepOf } from '../../compile/plan.ts';
import { canDo, contextOf } from '../visit.ts';
import { phonesOf } from './ask-later.ts';
import { onwardWord } from './onward.ts';
import { runningIn, type Scene } from './scene.ts';
import type { Sheet } from './sheet.ts';

type Phase = Extract<Page, { kind: 'print' }>['phase'];

export function printView(scene: Scene, id: StepId, phase: Phase): Sheet {
  const { t, say } = scene;
  const running = runningIn(scene);
  const step = stepOf(running.plan, id, 'print');
  const what = say(step.title);
  const common = { title: what, help: 'help.print' } as const;
  if (phase === 'offered') {
    const paragraphs = [t('proof.offer', { what }), t('proof.offerDetail')];
    return {
      ...common,
      body: { kind: 'info', paragraphs, points: [] },
      spoken: paragraphs,
      primary: { label: t('button.print'), intent: { kind: 'next' } },
      others: [{ label: t('button.dontPrint'), intent: { kind: 'decline' } }],
    };
  }
  if (phase === 'printing') {
    const [headline, detail] = [t('proof.printing', { what }), t('proof.printingDetail')];
    return { ...common, body: { kind: 'wait', headline, detail }, spoken: [headline, detail] };
  }
  const proof = contextOf(running).proofs[id];
  const outcome = proof?.ended?.outcome ?? 'unconfirmed';
  const fault = proof?.ended?.fault ?? null;
  const edge = fault === null ? undefined : step.faults[fault];
  const paragraphs = [
    t(`proof.${outcome}`, { what }),
    ...(fault === null ? [] : [say(FAULTS[fault].citizen), ...(edge === 'retry' ? [say(FAULTS[fault].nextStep)] : [])]),
    ...(outcome === 'failed' && edge === 'another-way' ? [t('proof.anotherWay')] : []),
  ];
  const code = outcome === 'failed' ? null : (proof?.code ?? null);
  const points =
    code === null
      ? []
      : [t('proof.codeIs', { code: writtenCode(code) }), t('proof.checkedBy', { phones: phonesOf(scene) })];
  const mayRetry = canDo(running, 'retry');
  return {
    ...common,
    body: { kind: 'info', paragraphs, points },
    spoken: [...paragraphs, ...points],
    primary: { label: t(onwardWord(running, { step: id })), intent: { kind: 'next' } },
    others: mayRetry ? [{ label: t('button.printAgain'), intent: { kind: 'retry' } }] : [],
  };
}
