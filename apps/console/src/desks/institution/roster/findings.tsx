import { Alert } from 'antd';
import type { Versioned } from '../../../api/client.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { FindingTable } from './finding-table.tsx';
import type { Editing } from './fix/edits.ts';
import { FixPanel } from './fix/fix-panel.tsx';
import { useIsNarrow } from './fix/use-is-narrow.ts';
import { useUnsaved } from './fix/use-unsaved.tsx';
import { fixWords } from './fix/words.ts';
import type { Roster } from './roster.ts';
import { WaysOn } from './ways-on.tsx';
import { rosterWords } from './words.ts';

/** A long list of findings is mended in the grid or in the workbook, not in a list. */
const SHOWN = 200;

interface FindingsProps {
  readonly roster: Versioned<Roster>;
  readonly editing: Editing;
  readonly onJudged: (roster: Versioned<Roster>) => void;
  readonly onSettled: (roster: Versioned<Roster>) => void;
  readonly onReload: () => void;
}

/** What the file says, the grid that mends it (on a telephone the list of what was found), and the ways on. */
export function Findings({ roster, editing, onJudged, onSettled, onReload }: FindingsProps) {
  const words = useWords(rosterWords);
  const { data } = roster;
  const isNarrow = useIsNarrow();
  const unsaved = useUnsaved(editing.count);
  const hasAnything = data.findings.length > 0 || data.correctedCells > 0 || data.leftOutRows > 0;
  return (
    <section className="kbt-card" aria-labelledby="kbt-findings">
      <h2 id="kbt-findings">{words.result}</h2>
      <Counts data={data} />
      <WholeRoster data={data} />
      {hasAnything && (
        <p>
          <a href={`/v1/rosters/${data.id}/annotated`} download>
            {words.annotated}
          </a>
          <span className="kbt-hint kbt-line">{words.annotatedHint}</span>
        </p>
      )}
      {isNarrow ? <FindingList data={data} /> : <FixPanel roster={roster} editing={editing} />}
      <WaysOn roster={roster} editing={editing} mends={!isNarrow} onJudged={onJudged} onSettled={onSettled} onReload={onReload} />
      {unsaved}
    </section>
  );
}

function FindingList({ data }: { readonly data: Roster }) {
  const narrow = useWords(fixWords).narrow;
  if (data.findings.length === 0) return null;
  return (
    <>
      <p className="kbt-hint">{narrow}</p>
      <FindingTable findings={data.findings.slice(0, SHOWN)} />
    </>
  );
}

function Counts({ data }: { readonly data: Roster }) {
  const words = useWords(rosterWords);
  return (
    <p className="kbt-tags">
      <StatusTag tone="neutral">{words.rows(data.rows)}</StatusTag>
      <StatusTag tone="good">{words.valid(data.validRows)}</StatusTag>
      {data.errorRows > 0 && <StatusTag tone="bad">{words.errors(data.errorRows)}</StatusTag>}
      {data.warningRows > 0 && <StatusTag tone="attention">{words.warnings(data.warningRows)}</StatusTag>}
      {data.correctedCells > 0 && <StatusTag tone="neutral">{words.corrected(data.correctedCells)}</StatusTag>}
      {data.leftOutRows > 0 && <StatusTag tone="neutral">{words.leftOut(data.leftOutRows)}</StatusTag>}
    </p>
  );
}

/** What is wrong with the roster as a whole: no cell mends it. */
function WholeRoster({ data }: { readonly data: Roster }) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const found = data.findings.filter(({ row }) => row === 0);
  if (found.length === 0) return null;
  const texts = found.map(({ message, remedy, messageEn }) => (language === 'en' ? messageEn : `${message}；${remedy}`));
  return (
    <Alert
      type={data.blocked ? 'error' : 'warning'}
      showIcon
      className="kbt-error"
      title={texts.join('\n')}
      description={data.blocked ? words.blocked : undefined}
    />
  );
}
