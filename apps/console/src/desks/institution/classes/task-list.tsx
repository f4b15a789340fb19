import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import type { ClassDetail, Filing } from '../queries.ts';
import { classWords } from '../words.ts';

interface TaskListProps {
  readonly of: ClassDetail;
  readonly opening: Filing | undefined;
  readonly completion: Filing | undefined;
  /** The stage the class is in, by its case; undefined before it is filed. */
  readonly stage: string | undefined;
}

type State = 'done' | 'todo' | 'review' | 'correct' | 'notYet';

const tones: Readonly<Record<State, Tone>> = { done: 'good', todo: 'attention', review: 'working', correct: 'bad', notYet: 'neutral' };

interface Task {
  readonly label: string;
  readonly to: string;
  readonly state: State;
  /** Why it cannot start yet, or until when it may be done. */
  readonly hint?: string | undefined;
}

const hasForm = (filing: Filing | undefined, slot: string): boolean =>
  filing?.materials.some((one) => one.slot === slot && one.isThere) ?? false;

function filed(state: string): State {
  if (state === 'approved') return 'done';
  if (state === 'under-review') return 'review';
  return state === 'returned' ? 'correct' : 'todo';
}

/** 要办的事: shown at every return, in the order of the road; what cannot start yet says why and is no link. */
export function TaskList({ of, opening, completion, stage }: TaskListProps) {
  const words = useWords(classWords);
  const base = `/classes/${of.id}`;
  const isOpen = of.openingState === 'approved';
  const isCompleted = of.completionState === 'approved';
  const isAssessed = stage === 'end' && isCompleted;
  const { window } = opening ?? {};
  const due = completion?.window.latestOn;
  const later = (isReady: boolean, hint: string): Pick<Task, 'state' | 'hint'> => (isReady ? { state: 'todo' } : { state: 'notYet', hint });
  const groups: readonly (readonly [string, readonly Task[]])[] = [
    [
      words.opening,
      [
        { label: words.plan, to: `${base}/plan`, state: 'done' },
        { label: words.roster, to: `${base}/roster`, state: hasForm(opening, 'roster') ? 'done' : 'todo' },
        {
          label: words.openingFile,
          to: `${base}/filing/opening`,
          state: filed(of.openingState),
          hint: window?.earliestOn && window.latestOn ? words.windowOpening(window.earliestOn, window.latestOn) : undefined,
        },
      ],
    ],
    [words.training, [{ label: words.attend, to: `${base}/training`, ...later(isOpen, words.afterOpening) }]],
    [
      words.completion,
      [
        {
          label: words.completionFile,
          to: `${base}/filing/completion`,
          state: isOpen ? filed(of.completionState) : 'notYet',
          hint: isOpen ? (due ? words.windowCompletion(due) : undefined) : words.afterOpening,
        },
      ],
    ],
    [
      words.money,
      [
        { label: words.employ, to: `${base}/employment`, ...later(isCompleted, words.afterCompletion) },
        { label: words.claim, to: `${base}/claims`, ...later(isAssessed, words.afterAssessment) },
      ],
    ],
  ];
  return (
    <section className="kbt-card" aria-labelledby="kbt-tasks">
      <h2 id="kbt-tasks">{words.tasks}</h2>
      {groups.map(([title, tasks]) => (
        <div key={title} className="kbt-task-group">
          <h3>{title}</h3>
          <ul>
            {tasks.map((task) => (
              <TaskLine key={task.to} task={task} word={words[task.state]} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function TaskLine({ task: { label, to, state, hint }, word }: { readonly task: Task; readonly word: string }) {
  return (
    <li className="kbt-task">
      <span>
        {state === 'notYet' ? label : <Link to={to}>{label}</Link>}
        {hint !== undefined && <span className="kbt-hint kbt-line">{hint}</span>}
      </span>
      <StatusTag tone={tones[state]}>{word}</StatusTag>
    </li>
  );
}
