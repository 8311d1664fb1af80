/** A stream of bytes over a device's reports: cut to their size and padded with zeros on the way out, joined on the way in. */
import type { Reports, Transport, WriteOutcome } from '../transport/transport.ts';
import { readDescriptor, type ReportElement, type ReportKind } from './report-descriptor.ts';

/** Null for a device without a report each way: nothing of the kind can be carried over it. */
export function reportsAsBytes(wire: Reports): Transport | null {
  const descriptor = readDescriptor(wire.descriptor);
  if (descriptor === null) return null;
  const { elements, numbered, bytesOf } = descriptor;
  const first = (kind: ReportKind): ReportElement | undefined => elements.find((element) => element.kind === kind);
  const output = first('output');
  const input = first('input');
  if (output === undefined || input === undefined) return null;
  const size = bytesOf('output', output.reportId);

  return {
    baudRate: wire.baudRate,
    async write(bytes, limitMs): Promise<WriteOutcome> {
      for (let from = 0; from < bytes.length; from += size) {
        const report = new Uint8Array(1 + size);
        report[0] = output.reportId;
        report.set(bytes.subarray(from, from + size), 1);
        const outcome = await wire.write(report, limitMs);
        if (outcome !== 'taken') return outcome;
      }
      return 'taken';
    },
    onBytes: (listen) =>
      wire.onBytes((report) => {
        if (!numbered) listen(report);
        else if (report[0] === input.reportId) listen(report.subarray(1));
      }),
    onClosed: (listen) => wire.onClosed(listen),
    close: () => wire.close(),
  };
}
