/** What passes between kiosk and A4 printer in words; of a document only that it was sent, never what it says. */
import type { LocalText } from '#contract/language.ts';
import { narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { operationOf, valuesOf, type OperationName, type Response } from './codec.ts';
import { ippFramer, type IppFrame } from './questions.ts';

const OPERATIONS: Readonly<Record<OperationName, LocalText>> = {
  createJob: told('新建打印任务', 'make a job'),
  sendDocument: told('发送文件', 'send the document'),
  cancelJob: told('取消任务', 'cancel a job'),
  jobAttributes: told('任务怎样了？', 'how is the job?'),
  jobs: told('还有没完成的任务吗？', 'are there jobs that are not over?'),
  printerAttributes: told('打印机怎样了？', 'how is the printer?'),
};
const JOB_STATES: Readonly<Record<number, LocalText>> = {
  3: told('等待', 'pending'),
  4: told('暂停', 'held'),
  5: told('打印中', 'processing'),
  6: told('停住了', 'stopped'),
  7: told('已取消', 'canceled'),
  8: told('已中止', 'aborted'),
  9: told('已完成', 'completed'),
};

export function narratePages(): Narrator {
  return narrateFrames({ framer: ippFramer, command: questionWords, reply: replyWords });
}

function questionWords(bytes: Uint8Array): LocalText {
  const operation = operationOf(bytes);
  if (operation === null) return told('看不懂的请求', 'a request that makes no sense');
  if (operation !== 'sendDocument') return OPERATIONS[operation];
  return told(`发送文件：${bytes.length}字节，内容不显示`, `send the document: ${bytes.length} bytes, not shown`);
}

function replyWords(frame: IppFrame): LocalText {
  if (frame.kind === 'http') return told(`HTTP 拒绝：${frame.line}`, `refused by HTTP: ${frame.line}`);
  if (frame.kind === 'damaged') return told('不是完整的 IPP 回答', 'not a whole IPP reply');
  const { response } = frame;
  const status = response.status.toString(16).padStart(4, '0');
  if (response.status >= 0x0100) return told(`拒绝，状态 ${status}`, `refused, status ${status}`);
  return printerWords(response) ?? jobWords(response) ?? told(`好，状态 ${status}`, `well, status ${status}`);
}

/** Keywords of the standard alone: a printer could put anything else there. */
function printerWords(response: Response): LocalText | null {
  const reasons = valuesOf(response, 'printer').get('printer-state-reasons');
  if (reasons === undefined) return null;
  const keywords = reasons.map(String).filter((reason) => /^[a-z0-9-]{1,60}$/.test(reason));
  return told(`打印机：${keywords.join('、')}`, `printer: ${keywords.join(', ')}`);
}

function jobWords(response: Response): LocalText | null {
  const [state] = valuesOf(response, 'job').get('job-state') ?? [];
  const words = typeof state === 'number' ? JOB_STATES[state] : undefined;
  return words === undefined ? null : told(`任务：${words['zh-CN']}`, `job: ${words.en}`);
}
