import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.ts';
import { caseWords, worded } from '../../components/case-words.ts';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { useShortcut } from '../keys/use-shortcut.ts';
import { useMyDesks } from '../shell/my-desks.ts';
import { paletteWords } from './words.ts';

interface Choice {
  readonly key: string;
  readonly to: string;
  readonly text: string;
  readonly hint: string;
}

/** Ctrl+K: goes to any page or any case one may see. */
export function Palette() {
  const words = useWords(paletteWords);
  const [isOpen, setOpen] = useState(false);
  useShortcut('ctrl+k', { zh: '搜索', en: 'Search' }, () => setOpen(true));
  useShortcut('/', { zh: '搜索', en: 'Search' }, () => setOpen(true));
  return (
    <>
      <Button icon={<SearchOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Modal open={isOpen} title={words.title} footer={null} destroyOnHidden width={640} onCancel={() => setOpen(false)}>
        <Search onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function useChoices(text: string) {
  const words = useWords(paletteWords);
  const cases = useWords(caseWords);
  const language = useLanguage();
  const pages = useMyDesks().flatMap(({ items }) => items);
  const wanted = text.trim();
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', wanted],
    queryFn: () => answer(api.POST('/v1/search', { body: { text: wanted } })),
    enabled: [...wanted].length >= 2,
    gcTime: 0,
  });
  const choices: Choice[] = [
    ...pages
      .filter(({ label }) => wanted === '' || label[language].toLowerCase().includes(wanted.toLowerCase()))
      .map(({ to, label }) => ({ key: to, to, text: label[language], hint: words.go })),
    ...(data?.items ?? []).map((hit) => ({
      key: hit.id,
      to: `/cases/${hit.id}`,
      text: `${hit.person === null ? '' : `${hit.person} · `}${hit.title}`,
      hint: `${words[hit.kind]} ${hit.number} · ${hit.institutionName ?? ''} · ${hit.status === 'closed' ? words.closed : worded(cases.stage, hit.stage)}`,
    })),
  ];
  return { choices, error, isNothing: data?.items.length === 0 && !isFetching };
}

function Search({ onDone }: { readonly onDone: () => void }) {
  const words = useWords(paletteWords);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { choices, error, isNothing } = useChoices(useDeferredValue(text));
  const current = choices[Math.min(at, choices.length - 1)];
  const open = (choice: Choice | undefined): void => {
    if (!choice) return;
    onDone();
    void navigate(choice.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open(current);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.min(Math.max(at + step, 0), choices.length - 1));
  };
  return (
    <div className="kbt-palette">
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-expanded
        aria-controls="kbt-palette-list"
        aria-activedescendant={current && `kbt-choice-${current.key}`}
        aria-label={words.title}
        placeholder={words.placeholder}
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <ErrorAlert error={error} />}
      <ul id="kbt-palette-list" role="listbox" aria-label={words.results}>
        {choices.map((choice) => (
          // The keyboard works on the field above; the pointer may choose here.
          <li
            key={choice.key}
            id={`kbt-choice-${choice.key}`}
            role="option"
            aria-selected={choice === current}
            onClick={() => open(choice)}
          >
            <span>{choice.text}</span>
            <span className="kbt-hint">{choice.hint}</span>
          </li>
        ))}
      </ul>
      {isNothing && <p role="status">{words.none}</p>}
      <p className="kbt-hint">{words.hint}</p>
    </div>
  );
}
