import { FilePdfOutlined } from '@ant-design/icons';
import { useId } from 'react';
import { useWords } from '../app/i18n/define-words.ts';
import { paperWords, type PaperKind } from './paper-words.ts';

/** A paper and where it is read; or, while there is nothing to print, after what it will be there. */
export interface PaperLink {
  readonly kind: PaperKind;
  readonly href: string;
  readonly notYet?: string | undefined;
}

/** The official papers of a class or a claim; each opens in a tab of its own, to be read or printed. */
export function Papers({ papers }: { readonly papers: readonly PaperLink[] }) {
  const words = useWords(paperWords);
  const id = useId();
  return (
    <section className="kbt-card" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className="kbt-hint">{words.lead}</p>
      <ul className="kbt-official">
        {papers.map(({ kind, href, notYet }) => (
          <li key={kind}>
            {notYet === undefined ? (
              <a href={href} target="_blank" rel="noopener">
                <FilePdfOutlined aria-hidden="true" /> {words.papers[kind]} <span className="kbt-hint">PDF</span>
              </a>
            ) : (
              <>
                {words.papers[kind]} <span className="kbt-hint">{notYet}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
