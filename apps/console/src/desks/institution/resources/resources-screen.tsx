import { Page } from '../../../components/page.tsx';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Sites } from './sites.tsx';
import { Teachers } from './teachers.tsx';
import { resourceWords } from './words.ts';

/** 师资与场地: registered once, named in every class. */
export function ResourcesScreen() {
  const words = useWords(resourceWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="kbt-columns">
        <Teachers />
        <Sites />
      </div>
    </Page>
  );
}
