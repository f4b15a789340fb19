import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { answer, api, ifMatch } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { institutionQuery } from './queries.ts';
import { RegistrationForm } from './registration-form.tsx';
import { institutionWords } from './words.ts';

/** 变更登记: on the version that was seen, with the reason. */
export function ChangeScreen() {
  const { institutionId = '' } = useParams();
  const words = useWords(institutionWords);
  const { data, error, refetch } = useQuery(institutionQuery(institutionId));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const change = useAct(
    (body: components['schemas']['ChangeInstitutionRequest'], headers) =>
      answer(
        api.PUT('/v1/institutions/{id}', {
          params: { path: { id: institutionId } },
          body,
          headers: { ...headers, ...ifMatch(data?.version) },
        }),
      ),
    () => {
      void message.success(words.saved);
      void queries.invalidateQueries({ queryKey: ['institutions'] });
      void navigate(`/institutions/${institutionId}`);
    },
  );
  if (!data) return <Waiting title={words.change} error={error} onRetry={refetch} />;
  const { name, kind, region, creditCode, licenseKind, licenseNumber, licenseOffice, licenseUntil } = data.data;
  return (
    <Page title={words.change} lead={name}>
      <RegistrationForm
        isChange
        initial={{
          ...{ name, kind, region, creditCode: creditCode ?? '', licenseKind: licenseKind ?? 'permit', licenseNumber: licenseNumber ?? '' },
          ...{ licenseOffice: licenseOffice ?? '', licenseUntil: licenseUntil ?? '', reason: '' },
        }}
        isPending={change.isPending}
        error={change.error}
        onSave={({ kind: _kind, region: _region, licenseUntil: until, ...facts }) =>
          change.mutate({ ...facts, ...(until === '' ? {} : { licenseUntil: until }) })
        }
      />
    </Page>
  );
}
