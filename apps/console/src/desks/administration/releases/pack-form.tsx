import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ProposalForm } from './proposal-form.tsx';
import { releaseWords } from './words.ts';

const CHOOSE = 'kbt-pack-files';

/** A whole pack by its files; the server checks every quote against document.txt. */
export function PackForm() {
  const words = useWords(releaseWords);
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<Readonly<Record<string, string>>>();
  const take = async (list: FileList | null): Promise<void> => {
    const read = await Promise.all([...(list ?? [])].map(async (file) => [file.name, await file.text()] as const));
    if (read.length > 0) setFiles(Object.fromEntries(read));
  };
  return (
    <ProposalForm
      content={files && { files: { ...files } }}
      findings={files ? [] : [{ fieldId: CHOOSE, text: `${words.packFiles}：${words.needed}` }]}
      fieldIdOf={() => CHOOSE}
      onAsked={() => undefined}
      onDone={() => setFiles(undefined)}
    >
      <div className="kbt-field">
        <span id="kbt-pack-label">{words.packFiles}</span>
        <p className="kbt-hint">{words.packHint}</p>
        <div>
          <Button id={CHOOSE} aria-describedby="kbt-pack-label" onClick={() => input.current?.click()}>
            {words.chooseFiles}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept=".yaml,.txt"
          aria-label={words.packFiles}
          onChange={({ target }) => void take(target.files)}
        />
        {files && <p>{words.chosenFiles(Object.keys(files).join('、'))}</p>}
      </div>
    </ProposalForm>
  );
}
