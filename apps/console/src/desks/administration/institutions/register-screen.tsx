import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { Page } from '../../../components/page.tsx';
import { RegistrationForm, type Registration } from './registration-form.tsx';
import { institutionWords } from './words.ts';

/** 登记机构. */
export function RegisterScreen() {
  const words = useWords(institutionWords);
  const { office } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const register = useAct(
    (body: components['schemas']['RegisterInstitutionRequest'], headers) => answer(api.POST('/v1/institutions', { body, headers })),
    ({ id }) => {
      void message.success(words.saved);
      void queries.invalidateQueries({ queryKey: ['institutions'] });
      void navigate(`/institutions/${id}`);
    },
  );
  const initial: Registration = {
    ...{ name: '', kind: 'training', region: office.region, creditCode: '', licenseKind: 'permit', licenseNumber: '', licenseOffice: '' },
    ...{ licenseUntil: '', reason: '' },
  };
  return (
    <Page title={words.register} lead={words.lead}>
      <RegistrationForm
        initial={initial}
        isChange={false}
        isPending={register.isPending}
        error={register.error}
        onSave={({ reason: _reason, licenseUntil, ...facts }) =>
          register.mutate({ ...facts, ...(licenseUntil === '' ? {} : { licenseUntil }) })
        }
      />
    </Page>
  );
}
