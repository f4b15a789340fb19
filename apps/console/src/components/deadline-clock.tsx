import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useWords } from '../app/i18n/define-words.ts';
import { componentWords } from './words.ts';

interface DeadlineClockProps {
  /** Last day, `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** Working days after today up to and including the last day; negative when it has passed. */
  readonly workingDaysLeft: number;
}

/** From this many working days on a deadline is near. */
const SOON = 2;

/** How long there is left: word, icon and number, never color alone. The day itself stands beside it. */
export function DeadlineClock({ dueOn, workingDaysLeft: left }: DeadlineClockProps) {
  const words = useWords(componentWords);
  const [kind, Icon] =
    left < 0
      ? (['late', WarningOutlined] as const)
      : left === 0
        ? (['today', ExclamationCircleOutlined] as const)
        : left <= SOON
          ? (['soon', ClockCircleOutlined] as const)
          : (['calm', CheckCircleOutlined] as const);
  const text = left < 0 ? words.overdue(-left) : left === 0 ? words.dueToday : words.daysLeft(left);
  return (
    <span className={`kbt-clock kbt-clock-${kind}`} title={words.dueOn(dueOn)}>
      <Icon aria-hidden="true" /> {text}
      <span className="kbt-hidden">，{words.dueOn(dueOn)}</span>
    </span>
  );
}
