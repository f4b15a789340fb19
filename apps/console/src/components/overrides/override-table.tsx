import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../app/i18n/define-words.ts';
import { Amount } from '../amount.tsx';
import { DataTable } from '../data-table.tsx';
import { StatusTag, type Tone } from '../status-tag.tsx';
import { personsOfClaimQuery, type Override } from './overrides-query.ts';
import { overrideWords } from './words.ts';

const tones: Readonly<Record<Override['state'], Tone>> = { proposed: 'attention', approved: 'good', refused: 'neutral' };

interface OverrideTableProps {
  readonly claimId: string;
  readonly overrides: readonly Override[];
  /** What the person at the screen can do about one. */
  readonly act?: (override: Override, name: string) => ReactNode;
}

/** Each override with person, amount, reason and where it stands. */
export function OverrideTable({ claimId, overrides, act }: OverrideTableProps) {
  const words = useWords(overrideWords);
  const persons = useQuery(personsOfClaimQuery(claimId)).data ?? [];
  const nameOf = ({ personId }: Override): string => persons.find((one) => one.personId === personId)?.name ?? '';
  return (
    <DataTable<Override>
      caption={words.card}
      rows={overrides}
      rowKey={({ id }) => id}
      columns={[
        { key: 'person', title: words.person, isHeader: true, render: nameOf },
        { key: 'fact', title: words.fact, render: ({ fact }) => words.facts[fact] },
        {
          key: 'value',
          title: words.value,
          align: 'right',
          render: ({ value }) => (value === null ? words.limitLifted : <Amount value={value.value} />),
        },
        { key: 'reason', title: words.reason, render: ({ reason }) => reason },
        { key: 'state', title: words.status, render: ({ state }) => <StatusTag tone={tones[state]}>{words.states[state]}</StatusTag> },
        ...(act ? [{ key: 'act', title: words.action, render: (one: Override) => act(one, nameOf(one)) }] : []),
      ]}
    />
  );
}
