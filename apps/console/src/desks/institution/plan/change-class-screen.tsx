import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answer, api, ifMatch, type Versioned } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { classQuery, type ClassDetail } from '../queries.ts';
import { formOf, requestOf, type ClassForm } from './class-form.ts';
import { ClassFormFields } from './class-form-fields.tsx';
import { planWords } from './words.ts';

/** Changes a class that is not under review. A page that has become stale says so, and keeps what was typed. */
export function ChangeClassScreen() {
  const { classId = '' } = useParams();
  const words = useWords(planWords);
  const { data, error, refetch } = useQuery(classQuery(classId));
  if (!data) return <Waiting title={words.changeTitle} error={error} onRetry={refetch} />;
  return <Change of={data} />;
}

function Change({ of: { data: of, version } }: { readonly of: Versioned<ClassDetail> }) {
  const words = useWords(planWords);
  const [initial] = useState(() => formOf(of));
  const [form, setForm, forget] = useDraft<ClassForm>(`class/${of.id}`, initial);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useAct(
    (input: ClassForm, headers) =>
      answer(
        api.PUT('/v1/classes/{id}', {
          params: { path: { id: of.id } },
          body: requestOf(input),
          headers: { ...headers, ...ifMatch(version) },
        }),
      ),
    () => {
      forget();
      void message.success(words.saved);
      void queries.invalidateQueries({ queryKey: ['classes'] });
      void navigate(`/classes/${of.id}`);
    },
  );
  const isStale = save.error !== null && problemOf(save.error).status === 412;
  return (
    <Page
      title={words.changeTitle}
      lead={of.name}
      actions={
        <Button
          onClick={() => {
            forget();
            void navigate(`/classes/${of.id}`);
          }}
        >
          {words.discard}
        </Button>
      }
    >
      {isStale && <Alert type="warning" showIcon className="kbt-error" title={words.stale} />}
      <ClassFormFields
        form={form}
        onChange={setForm}
        onSave={() => {
          if (isStale) void queries.invalidateQueries({ queryKey: ['classes', of.id] });
          save.mutate(form);
        }}
        isPending={save.isPending}
        error={isStale ? null : save.error}
      />
    </Page>
  );
}
