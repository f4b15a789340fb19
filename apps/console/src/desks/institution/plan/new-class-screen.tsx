import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import { Page } from '../../../components/page.tsx';
import { emptyForm, requestOf, type ClassForm } from './class-form.ts';
import { ClassFormFields } from './class-form-fields.tsx';
import { planWords } from './words.ts';

/** A class is planned: saved as a draft of the institution, nothing is filed. */
export function NewClassScreen() {
  const words = useWords(planWords);
  const [form, setForm, forget] = useDraft<ClassForm>('class/new', emptyForm);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useAct(
    (input: ClassForm, headers) => answer(api.POST('/v1/classes', { body: requestOf(input), headers })),
    ({ id }) => {
      forget();
      void message.success(words.saved);
      void queries.invalidateQueries({ queryKey: ['classes'] });
      void navigate(`/classes/${id}`);
    },
  );
  return (
    <Page title={words.newTitle} lead={words.lead}>
      <ClassFormFields form={form} onChange={setForm} onSave={() => save.mutate(form)} isPending={save.isPending} error={save.error} />
    </Page>
  );
}
