import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, QRCode } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { ErrorSummary, useFindingsOf, type Finding } from '../../components/error-summary.tsx';
import { Field } from '../../components/field.tsx';
import { useWords } from '../i18n/define-words.ts';
import { accountWords } from './words.ts';

const CODE = 'kbt-account-code';

/** The secret, once: as a picture, in groups to type, as an address; and the code that proves the authenticator has it. */
export function ConfirmEnrolment({ pending }: { readonly pending: components['schemas']['PendingFactorResponse'] }) {
  const words = useWords(accountWords);
  return (
    <ol className="kbt-enrol" aria-label={words.steps}>
      <li>
        <p>{words.step1}</p>
        <figure className="kbt-enrol-secret">
          <QRCode type="svg" aria-label={words.qr} value={pending.uri} size={180} color="#000000" bgColor="#ffffff" />
          <figcaption>
            <span className="kbt-hint">{words.secret}</span> <code className="kbt-secret">{pending.secret}</code>
            <details>
              <summary>{words.uri}</summary>
              <code className="kbt-hash">{pending.uri}</code>
            </details>
          </figcaption>
        </figure>
        <p className="kbt-hint">{words.once(Math.max(1, Math.floor(pending.secondsLeft / 60)))}</p>
      </li>
      <li>
        <p>{words.step2}</p>
        <CodeForm />
      </li>
    </ol>
  );
}

function CodeForm() {
  const words = useWords(accountWords);
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const confirm = useAct(
    (given: string, headers) => answer(api.POST('/v1/me/second-factor/confirm', { body: { code: given }, headers })),
    () => {
      void message.success(words.done, 6);
      void queries.invalidateQueries({ queryKey: ['second-factor'] });
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  );
  const digits = code.normalize('NFKC').replaceAll(/\s/g, '');
  const isWhole = /^\d{6}$/.test(digits);
  const refused = useFindingsOf(confirm.error, () => CODE);
  const missing: readonly Finding[] = attempt > 0 && !isWhole ? [{ fieldId: CODE, text: words.codeNeeded }] : [];
  const findings = missing.length > 0 ? missing : confirm.isPending ? [] : refused;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (isWhole) confirm.mutate(digits);
      }}
    >
      <ErrorSummary findings={findings} attempt={attempt} />
      <Field id={CODE} label={words.code} hint={words.codeHint} error={findings[0]?.text}>
        {(control) => (
          <Input
            {...control}
            className="kbt-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={16}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {words.confirm}
      </Button>
    </form>
  );
}
