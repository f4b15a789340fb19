import { Link } from 'react-router';
import { Role } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { DisputeList } from '../../../components/disputes/dispute-list.tsx';
import { disputeWords } from '../../../components/disputes/words.ts';
import { Page } from '../../../components/page.tsx';
import { AnswerForm } from './answer-form.tsx';

const ANSWERING: readonly Role[] = [Role.Caseworker, Role.Reviewer, Role.Leader];

/** 学员异议 for the bureau of the place: read, compared with the record, answered once. */
export function DisputesScreen() {
  const words = useWords(disputeWords);
  const { roles } = useMe();
  const answers = ANSWERING.some((role) => roles.includes(role));
  return (
    <Page title={words.title} lead={words.leadBureau}>
      <DisputeList
        act={(dispute) => (
          <>
            {dispute.statement === null && dispute.outcome === null && <p className="kbt-hint">{words.noStatement}</p>}
            <p>
              <Link to={`/cases/${dispute.classId}`}>{words.openClass}</Link>
            </p>
            {answers && dispute.outcome === null && <AnswerForm dispute={dispute} />}
          </>
        )}
      />
    </Page>
  );
}
