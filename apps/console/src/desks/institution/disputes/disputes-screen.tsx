import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DisputeList } from '../../../components/disputes/dispute-list.tsx';
import type { Dispute } from '../../../components/disputes/disputes-query.ts';
import { disputeWords } from '../../../components/disputes/words.ts';
import { Page } from '../../../components/page.tsx';
import { StatementForm } from './statement-form.tsx';

/** 学员异议 about the institution's own classes: it says what it knows, and mends what the bureau found wrong. */
export function DisputesScreen() {
  const words = useWords(disputeWords);
  return (
    <Page title={words.title} lead={words.leadInstitution}>
      <DisputeList
        act={(dispute) => (
          <>
            {dispute.outcome === 'upheld' && <Mend dispute={dispute} />}
            {dispute.outcome === null && dispute.statement === null && <StatementForm id={dispute.id} />}
          </>
        )}
      />
    </Page>
  );
}

function Mend({ dispute: { classId, subject } }: { readonly dispute: Dispute }) {
  const words = useWords(disputeWords);
  if (subject !== 'attendance' && subject !== 'roster') return null;
  return (
    <p>
      {words.mend}
      {subject === 'attendance' ? (
        <Link to={`/classes/${classId}/training`}>{words.mendAttendance}</Link>
      ) : (
        <Link to={`/classes/${classId}/roster`}>{words.mendRoster}</Link>
      )}
    </p>
  );
}
