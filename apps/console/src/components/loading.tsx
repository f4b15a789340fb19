import { useWords } from '../app/i18n/define-words.ts';
import { componentWords } from './words.ts';

/** Lines where text will be: the screen keeps its shape while it loads. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const words = useWords(componentWords);
  return (
    <div className="kbt-loading" role="status">
      <span className="kbt-hidden">{words.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
