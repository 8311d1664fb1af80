/** A proof on A4: its code and mark first, to be committed; then the paper, printed once. */
import type { StepId } from '#contract/ids.ts';
import type { PlanActivity } from '../../compile/page.ts';
import { dayAtStation } from '../views/days.ts';
import { proofPaper } from '../views/proof-paper.ts';
import { shownOf } from '../views/proof-shown.ts';
import { sceneOf } from '../views/scene.ts';
import { contextOf } from '../visit.ts';
import { type ActivityTools, nothingToStop, type Stop } from './activity.ts';

const MISSING = { type: 'proof.ended', outcome: 'failed', fault: 'device.missing' } as const;

export function issueProof({ step }: { readonly step: StepId }, { ports, visit, report }: ActivityTools): Stop {
  const { documents, clock } = ports;
  if (documents === null) {
    report(MISSING);
    return nothingToStop;
  }
  const scene = sceneOf(ports, visit);
  const madeAt = clock.now();
  const code = documents.newCode();
  const paper = proofPaper(scene, step, { code, madeAt });
  const facts = documents.mark(code, paper);
  const shown = shownOf(paper, scene);
  const { name: place, timeZone } = scene.station;
  report({ type: 'proof.issued', code, facts, shown, madeAt, day: dayAtStation(madeAt, timeZone), place });
  return nothingToStop;
}

export function printProof(
  { step, timeoutMs }: Extract<PlanActivity, { kind: 'printProof' }>,
  { ports, visit, report, crash }: ActivityTools,
): Stop {
  const { documents } = ports;
  const proof = visit.plan === null ? undefined : contextOf(visit.plan).proofs[step];
  if (documents === null || proof === undefined || proof.code === null) {
    report(MISSING);
    return nothingToStop;
  }
  documents
    .printDocument(proofPaper(sceneOf(ports, visit), step, { code: proof.code, madeAt: proof.madeAt }), { timeoutMs })
    .then(({ outcome, fault }) => {
      report({ type: 'proof.ended', outcome, fault });
    })
    .catch(crash);
  // Paper that is on its way can't be called back.
  return nothingToStop;
}
