/** Asks why a case is returned, in words for the citizen. */
import type { Acting } from '../hub/use-act.ts';
import { useWords } from '../words/use-words.ts';
import { ActTrouble } from './act-trouble.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  readonly open: boolean;
  readonly acting: Acting;
  readonly onReturn: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

export function ReturnDialog({ open, acting, onReturn, onClose }: Props) {
  const { returnTitle, returnLabel, returnHint, returnBlank, returnNow } = useWords().texts.decide;
  return (
    <ReasonDialog
      open={open}
      words={{ title: returnTitle, label: returnLabel, hint: returnHint, blank: returnBlank, doIt: returnNow }}
      busy={acting.busy}
      trouble={<ActTrouble trouble={acting.trouble} />}
      onReason={onReturn}
      onClose={onClose}
    />
  );
}
