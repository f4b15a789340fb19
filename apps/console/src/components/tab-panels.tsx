import { useId, type KeyboardEvent, type ReactNode } from 'react';

export interface TabPanel {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabPanelsProps {
  readonly label: string;
  readonly panels: readonly TabPanel[];
  readonly active: string;
  readonly onChange: (key: string) => void;
}

/** Tabs after the ARIA pattern: one tab stop, arrows move; they wrap on a narrow screen instead of hiding in a menu. */
export function TabPanels({ label, panels, active, onChange }: TabPanelsProps) {
  const id = useId();
  const index = Math.max(
    0,
    panels.findIndex(({ key }) => key === active),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : panels[(index + step + panels.length) % panels.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="kbt-tabs" onKeyDown={onKeyDown}>
        {panels.map(({ key, label: name }, at) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={at === index}
            aria-controls={`${id}-panel`}
            tabIndex={at === index ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${panels[index]?.key ?? ''}`}>
        {panels[index]?.content}
      </div>
    </>
  );
}
