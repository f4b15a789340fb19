import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import type { TaskDetail } from '../api.ts';
import { signWords } from './sign-words.ts';

/** The last look before a signature: exactly what it will stand under. */
export function SignedContent({ sealed }: { readonly sealed: NonNullable<TaskDetail['package']> }) {
  const words = useWords(signWords);
  return (
    <section className="kbt-letter" aria-label={words.signedContent}>
      <h3>{words.signedContent}</h3>
      <p>
        {words.packageVersion(sealed.version)} · {words.packageLines(sealed.lines)}
      </p>
      <p>
        <Amount value={sealed.amount.value} capital />
      </p>
      <p className="kbt-hint">
        {words.packageHash} <code className="kbt-hash">{sealed.sha256}</code>
      </p>
    </section>
  );
}
