/** Lists that are filled in row by row: one rule says what a touch means, asked by guards and followed by the action. */
import type { PlanParts } from '../plan-setup.ts';
import { moveInRows } from '../rows.ts';
import { keep, keepAskingAnew, type Seen } from './act.ts';
import type { Question } from './answers.ts';

export function rowsGuards(parts: PlanParts) {
  const moved = (seen: Seen, { element }: Question) => moveInRows(parts, element, seen);
  return {
    cannotMoveInRows: (seen: Seen, question: Question) => !moved(seen, question).ok,
    leavesRows: (seen: Seen, question: Question) => {
      const move = moved(seen, question);
      return move.ok && move.value?.leave === true;
    },
    movesInRows: (seen: Seen, question: Question) => {
      const move = moved(seen, question);
      return move.ok && move.value !== null;
    },
  };
}

export function rowsActions(parts: PlanParts) {
  return {
    moveInRows: keepAskingAnew(parts)<Question>((seen, { element }) => {
      const move = moveInRows(parts, element, seen);
      return move.ok && move.value !== null ? move.value.change : {};
    }),
    /** A row that is left before it is whole is dropped. */
    closeRows: keep(() => ({ filling: null })),
  };
}
