import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { clockQuery } from '../../../api/clock-query.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import { Field } from '../../../components/field.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { ProposalForm } from '../releases/proposal-form.tsx';
import type { Finding } from '../../../components/error-summary.tsx';
import { exampleYear, readYear } from './read-year.ts';
import { calendarWords } from './words.ts';

const FIELD = 'kbt-year-text';

/** 录入放假安排: a year as the State Council announced it, pasted or from a file, previewed, proposed. */
export function AnnounceScreen() {
  const words = useWords(calendarWords);
  const { data, error, refetch } = useQuery(clockQuery);
  if (!data) return <Waiting title={words.announceTitle} error={error} onRetry={refetch} />;
  return <Announce year={Number(data.today.slice(0, 4)) + 1} />;
}

function Announce({ year }: { readonly year: number }) {
  const words = useWords(calendarWords);
  const [text, setText, forget] = useDraft('calendar-year', exampleYear(year));
  const [isAsked, setAsked] = useState(false);
  const read = readYear(text);
  const findings: readonly Finding[] =
    'fault' in read
      ? [
          {
            fieldId: FIELD,
            text:
              read.fault.kind === 'line'
                ? words.badLine(read.fault.line)
                : words[({ json: 'badJson', year: 'noYear', source: 'noSource' } as const)[read.fault.kind]],
          },
        ]
      : [];
  return (
    <Page title={words.announceTitle} lead={words.announceLead}>
      <ProposalForm
        content={'year' in read ? { calendar: read.year } : undefined}
        findings={findings}
        fieldIdOf={(pointer) => (pointer.startsWith('/reason') ? undefined : FIELD)}
        onAsked={() => setAsked(true)}
        onDone={forget}
      >
        <Field id={FIELD} label={words.paste} hint={words.pasteHint} error={isAsked ? findings[0]?.text : undefined}>
          {(control) => (
            <Input.TextArea
              {...control}
              className="kbt-code"
              rows={12}
              maxLength={20_000}
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <FileButton label={words.choose} accept=".yaml,.yml,.json,.txt" onFile={(file) => void file.text().then(setText)} />
      </ProposalForm>
    </Page>
  );
}
