import { Modal, Switch } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { shellWords } from '../shell/words.ts';
import { switchKeys, useKeysAreOn, useShortcuts } from './keys-store.ts';
import { useShortcut } from './use-shortcut.ts';

/** The keys that work on this screen, on `?`; keys of one character can be switched off here. */
export function useKeysHelp() {
  const [isOpen, setOpen] = useState(false);
  const words = useWords(shellWords);
  const language = useLanguage();
  const shortcuts = useShortcuts();
  const areOn = useKeysAreOn();
  const open = (): void => setOpen(true);
  useShortcut('?', { zh: '显示快捷键', en: 'Show the keys' }, open);
  const dialog = (
    <Modal open={isOpen} title={words.keys} footer={null} onCancel={() => setOpen(false)}>
      <p>
        <Switch id="kbt-keys-on" checked={areOn} onChange={switchKeys} aria-labelledby="kbt-keys-label" />{' '}
        <label id="kbt-keys-label" htmlFor="kbt-keys-on">
          {words.keysOn}
        </label>
      </p>
      <dl className="kbt-keys">
        {shortcuts.map((one) => (
          <div key={one.keys}>
            <dt>
              {one.keys.split(' ').map((key) => (
                <kbd key={key}>{key.replace('ctrl+', 'Ctrl + ')}</kbd>
              ))}
            </dt>
            <dd>{one[language]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
  return { open, dialog };
}
