/** How many wait behind a link. @param words the same for a screen reader */
export function CountMark({ count, words }: { count: number; words: string }) {
  return (
    <>
      <span aria-hidden="true" className="ml-1.5 rounded-full bg-act px-1.5 text-note leading-5 font-semibold text-white">
        {count}
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
}
