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
  kind,
  isMany = false,
  onFile,
  onRemove,
}: {
  label: string;
  fileName: string | null;
  /** The one act of the page while nothing is chosen. */
  isMain?: boolean;
  /** What may be chosen, for the dialog of the browser and in words; a report JSON without it. */
  kind?: { accept: string; words: string };
  /** Several at once: each is given by itself. */
  isMany?: boolean;
  onFile: (file: File) => void;
  onRemove: () => void;
}) {
  const { checks } = useWritingMessages();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, isMany ? undefined : 1)) onFile(file);
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
      <legend className="px-1 text-body font-semibold">{label}</legend>
      {fileName && <p className="text-body break-all">{fileName}</p>}
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
            accept={kind?.accept ?? '.json,application/json'}
            multiple={isMany}
            aria-label={`${label} ${fileName ? checks.chooseAnother : checks.choose}`}
            className="sr-only"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
        </label>
        {fileName ? (
          <Button look="quiet" aria-label={checks.removeLabel(fileName)} onClick={onRemove}>
            {checks.remove}
          </Button>
        ) : (
          <p className="text-note leading-5 text-muted">
            {checks.orDrop}　{kind?.words ?? checks.fileKind}
          </p>
        )}
      </div>
    </fieldset>
  );
}
