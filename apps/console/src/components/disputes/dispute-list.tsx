import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../app/i18n/define-words.ts';
import { EmptyState } from '../empty-state.tsx';
import { KeysetList } from '../keyset-list.tsx';
import { DisputeCard } from './dispute-card.tsx';
import { disputesQuery, type Dispute } from './disputes-query.ts';
import { disputeWords } from './words.ts';
import './disputes.css';

interface DisputeListProps {
  /** What the person at the screen can do about one. */
  readonly act: (dispute: Dispute) => ReactNode;
}

/** Disputes, the oldest first; whether answered ones are shown stands in the address. */
export function DisputeList({ act }: DisputeListProps) {
  const words = useWords(disputeWords);
  const [search, setSearch] = useSearchParams();
  const answered = search.get('answered') === 'yes';
  const query = useInfiniteQuery(disputesQuery(answered));
  return (
    <>
      <p>
        <Checkbox checked={answered} onChange={({ target }) => setSearch(target.checked ? { answered: 'yes' } : {}, { replace: true })}>
          {words.showAnswered}
        </Checkbox>
      </p>
      <KeysetList<Dispute> query={query} empty={<EmptyState why={answered ? words.noneAll : words.none} />}>
        {(items) => (
          <ol className="kbt-disputes" aria-label={words.title}>
            {items.map((dispute) => (
              <li key={dispute.id}>
                <DisputeCard dispute={dispute}>{act(dispute)}</DisputeCard>
              </li>
            ))}
          </ol>
        )}
      </KeysetList>
    </>
  );
}
