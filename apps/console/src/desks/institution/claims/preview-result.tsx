import { Alert } from 'antd';
import { hintWords, wordRefusal } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { Amount } from '../../../components/amount.tsx';
import { LineSteps } from '../../../components/line-steps.tsx';
import type { Preview } from './claim-queries.ts';
import { claimWords } from './words.ts';

function asTexts(params: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

/** What a claim would come to: the sum, what the employment rate does to it, what would change it, and each person's arithmetic. */
export function PreviewResult({ preview }: { readonly preview: Preview }) {
  const words = useWords(claimWords);
  const language = useLanguage();
  const { basis, total, recovery, trained, employed, isFullPay, hints, held, lines } = preview;
  return (
    <section className="kbt-card" aria-labelledby="kbt-preview">
      <h2 id="kbt-preview">{words.preview}</h2>
      <p className="kbt-sum">
        {words.total} <Amount value={total.value} capital />
      </p>
      {recovery.value !== '0.00' && (
        <p>
          {words.recovery} <Amount value={recovery.value} />
        </p>
      )}
      {trained > 0 && (basis === 'class' || basis === 'order') && (
        <p>
          {words.rate(employed, trained)}；{isFullPay ? words.full : words.partial}
        </p>
      )}
      {hints.map(({ code, params, difference }) => (
        <Alert
          key={code}
          type="info"
          showIcon
          className="kbt-error"
          title={`${wordRefusal(hintWords[code]?.[language] ?? code, asTexts(params))}：${words.more(difference.value)}`}
        />
      ))}
      {held.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="kbt-error"
          title={words.held}
          description={
            <ul className="kbt-lines">
              {[...new Set(held.map(({ reason }) => reason))].map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          }
        />
      )}
      <details>
        <summary>{words.why}</summary>
        <ol className="kbt-persons">
          {lines.map(({ personId, amount, explanation }, index) => (
            <li key={personId}>
              {words.person} {index + 1}：<Amount value={amount.value} />
              <LineSteps explanation={explanation} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
