import { Checkbox } from 'antd';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { caseWords, worded } from '../../../components/case-words.ts';
import { DeadlineClock } from '../../../components/deadline-clock.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { InboxItem } from '../api.ts';
import { inboxWords } from '../words.ts';

interface TaskRowProps {
  readonly item: InboxItem;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly onLook: () => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
}

/** One piece of work: what, of whom, at which stage, with whom, until when, for how much. */
export function TaskRow({ item, isCurrent, isTabStop, isSelected, onLook, onOpen, onToggle }: TaskRowProps) {
  const words = useWords(inboxWords);
  const cases = useWords(caseWords);
  const stage = worded(cases.stage, item.stage);
  const holder = item.assignedToMe ? words.mineMark : item.assigneeName ? words.takenBy(item.assigneeName) : words.free;
  return (
    <li className={`kbt-task${isCurrent ? ' kbt-task-current' : ''}`}>
      <Checkbox checked={isSelected} onChange={onToggle} aria-label={words.selectRow(item.number)} />
      <button
        type="button"
        data-task={item.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isCurrent}
        className="kbt-task-button"
        onClick={onLook}
        onDoubleClick={onOpen}
      >
        <span className="kbt-task-top">
          <b>{item.title}</b>
          {item.closedAt === null && <DeadlineClock dueOn={item.dueOn} workingDaysLeft={item.workingDaysLeft} />}
        </span>
        <span className="kbt-task-line">
          <span>{item.institutionName}</span>
          {item.amount && <Amount value={item.amount.value} />}
        </span>
        <span className="kbt-task-line kbt-hint">
          <span className="kbt-number">{item.number}</span>
          <span className="kbt-task-marks">
            <StatusTag tone={item.kind === 'alarm' ? 'attention' : 'working'}>
              {stage} · {worded(cases.kind, item.kind)}
            </StatusTag>
            {item.closedAt === null && <span>{holder}</span>}
            {item.returns > 0 && <span>{words.returned(item.returns)}</span>}
            {item.isEscalated && <span className="kbt-bad">{words.escalated}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}
