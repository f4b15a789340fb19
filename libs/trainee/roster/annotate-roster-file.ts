import type { AnnotationPlan } from './annotate-workbook.ts';
import { runChild } from './run-child.ts';

/**
 * The sender's own workbook with the findings written into it, made in a process of its own.
 * @throws FileRefusal where the workbook is more than that process may take
 */
export async function annotateRosterFile(file: Buffer, plan: AnnotationPlan): Promise<Buffer> {
  let annotated: Buffer | undefined;
  await runChild({ kind: 'annotate', file, plan }, (message) => {
    if (message.kind === 'workbook') annotated = Buffer.from(message.file);
  });
  if (!annotated) throw new Error('the roster child ended without a workbook');
  return annotated;
}
