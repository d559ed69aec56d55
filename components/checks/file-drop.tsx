'use client';

import clsx from 'clsx';
import { type DragEvent, useId, useState } from 'react';
import { useWritingMessages } from '../messages/writing-words';
import { Button, buttonClass } from '../ui/button';

/** A place for one file: chosen with mouse or keyboard, or dropped. The same file can be chosen again after it was mended. */
export function FileDrop({
  label,
  fileName,
  isMain = false,
  onFile,
  onRemove,
}: {
  label: string;
  fileName: string | null;
  /** The one act of the page while nothing is chosen. */
  isMain?: boolean;
  onFile: (file: File) => void;
  onRemove: () => void;
}) {
  const { checks } = useWritingMessages();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <fieldset
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={clsx(
        'flex min-h-24 flex-col justify-center gap-2 rounded border border-dashed bg-paper px-4 py-3',
        isOver ? 'border-act bg-act-soft' : 'border-hairline',
      )}
    >
      <legend className="px-1 text-[15px] font-semibold">{label}</legend>
      {fileName && <p className="text-[15px] break-all">{fileName}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <label
          htmlFor={id}
          className={clsx(
            buttonClass(isMain && !fileName ? 'primary' : 'plain'),
            'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-act',
          )}
        >
          {fileName ? checks.chooseAnother : checks.choose}
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            aria-label={`${label} ${fileName ? checks.chooseAnother : checks.choose}`}
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) onFile(file);
            }}
          />
        </label>
        {fileName ? (
          <Button look="quiet" aria-label={checks.removeLabel(fileName)} onClick={onRemove}>
            {checks.remove}
          </Button>
        ) : (
          <p className="text-[13px] leading-5 text-muted">
            {checks.orDrop}　{checks.fileKind}
          </p>
        )}
      </div>
    </fieldset>
  );
}
