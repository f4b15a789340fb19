import { Button } from 'antd';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  /** Said after the label to a screen reader: what the file is for. */
  readonly about?: string;
  readonly accept: string;
  readonly isPending?: boolean;
  readonly isPrimary?: boolean;
  readonly onFile: (file: File) => void;
}

/** Chooses one file: a real button, reachable by keyboard, that opens the system's own dialog. */
export function FileButton({ label, about, accept, isPending = false, isPrimary = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type={isPrimary ? 'primary' : 'default'} loading={isPending} onClick={() => input.current?.click()}>
        {label}
        {about !== undefined && <span className="kbt-hidden">：{about}</span>}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={`${label} ${about ?? ''}`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = ''; // the same file, mended, can be chosen again
          if (file) onFile(file);
        }}
      />
    </>
  );
}
