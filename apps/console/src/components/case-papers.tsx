import { useQuery } from '@tanstack/react-query';
import { Role } from '#libs/contracts';
import { useWords } from '../app/i18n/define-words.ts';
import { useMe } from '../app/session/session.ts';
import { timelineQuery } from './case-timeline.ts';
import { paperWords, type PaperKind } from './paper-words.ts';
import { Papers, type PaperLink } from './papers.tsx';

const OFFICIALS: readonly Role[] = [Role.Caseworker, Role.Reviewer, Role.Leader, Role.FinanceReviewer, Role.FinanceDisburser, Role.Auditor];
const PAYERS: readonly Role[] = [Role.FinanceReviewer, Role.FinanceDisburser, Role.Auditor];

interface ClassPapersProps {
  readonly classId: string;
  /** Whether the opening has been approved, so that there can be papers of the completion. */
  readonly isOpen: boolean;
}

/** DOC-01 to DOC-15: the papers of opening and completion. A draft until they are filed. */
export function ClassPapers({ classId, isOpen }: ClassPapersProps) {
  const words = useWords(paperWords);
  const paper = (kind: PaperKind, notYet?: string): PaperLink => ({ kind, href: `/v1/classes/${classId}/papers/${kind}.pdf`, notYet });
  const later = isOpen ? undefined : words.afterOpening;
  return (
    <Papers
      papers={[
        paper('opening-report'),
        paper('enrollment-roster'),
        paper('teaching-plan'),
        paper('timetable'),
        paper('completion-report', later),
        paper('completion-roster', later),
        { kind: 'completion-review', href: `/v1/cases/${classId}/papers/completion-review.pdf`, notYet: later },
      ]}
    />
  );
}

interface ClaimPapersProps {
  readonly claimId: string;
  /** Whether the claim was ever submitted: a draft has no case yet. */
  readonly isSubmitted: boolean;
}

/** The papers of a claim; those the bureaus write to each other are offered to officials alone. */
export function ClaimPapers({ claimId, isSubmitted }: ClaimPapersProps) {
  const words = useWords(paperWords);
  const { roles } = useMe();
  const { data } = useQuery({ ...timelineQuery(claimId), enabled: isSubmitted });
  const reached = new Set(data?.stages.map(({ stage }) => stage));
  const isPublished = (data?.notices.length ?? 0) > 0;
  const holds = (wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
  const own = (kind: PaperKind): PaperLink => ({ kind, href: `/v1/claims/${claimId}/papers/${kind}.pdf` });
  const bureau = (kind: PaperKind, isThere: boolean, notYet: string): PaperLink => ({
    kind,
    href: `/v1/cases/${claimId}/papers/${kind}.pdf`,
    notYet: isThere ? undefined : notYet,
  });
  return (
    <Papers
      papers={[
        own('subsidy-application'),
        own('subsidy-report'),
        own('claimant-roster'),
        ...(holds(OFFICIALS) ? [bureau('sign-off-sheet', reached.has('sign-off'), words.afterSealing)] : []),
        bureau('public-notice', isPublished, words.afterNotice),
        ...(holds(OFFICIALS) ? [bureau('transfer-letter', isPublished, words.afterNotice)] : []),
        ...(holds(PAYERS) ? [{ ...own('payment-request'), notYet: reached.has('payout') ? undefined : words.afterFinance }] : []),
      ]}
    />
  );
}
