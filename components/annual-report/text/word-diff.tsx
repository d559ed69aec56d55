import { wordChanges } from '@/server/domain/writing';

/** Words out struck, words in underlined; live numbers as they are printed. Never by colour alone. */
export function WordDiff({ before, after, print }: { before: string; after: string; print: (stored: string) => string }) {
  let at = 0;
  return (
    <span lang="zh-CN" className="font-serif whitespace-pre-wrap">
      {wordChanges(before, after).map(({ change, text }) => {
        const key = `${at++} ${change}`;
        if (change === 'same') return <span key={key}>{print(text)}</span>;
        return change === 'removed' ? (
          <del key={key} className="suggested-out">
            {print(text)}
          </del>
        ) : (
          <ins key={key} className="suggested-in">
            {print(text)}
          </ins>
        );
      })}
    </span>
  );
}
