/** What a tab saw and did, in the order in which it happened there. */
export type Seen = { at: number } & (
  | { kind: 'entered'; cell: string; shown: string }
  | { kind: 'typed'; cell: string; value: string }
  | { kind: 'mark'; text: string }
  | { kind: 'chose'; cell: string; mine: string; theirs: string; isMine: boolean }
);

/**
 * Runs in the page before anything else; as text, because the page knows no helpers of a compiler. What stands in a cell is
 * noted when it is entered and before it is typed over, what is typed before the form hears of it, and the save mark whenever it changes.
 */
export const pageLog = `{
  const seen = (window.seen = []);
  const note = (entry) => seen.push({ at: Date.now(), ...entry });
  const cellOf = (event) => event.target instanceof HTMLInputElement && event.target.dataset.cell;
  for (const kind of ['focusin', 'beforeinput'])
    addEventListener(kind, (event) => cellOf(event) && note({ kind: 'entered', cell: cellOf(event), shown: event.target.value }), true);
  addEventListener('input', (event) => cellOf(event) && note({ kind: 'typed', cell: cellOf(event), value: event.target.value }), true);
  let mark = '';
  const look = () => {
    const text = [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).find((one) => /保存|上传/.test(one)) ?? '';
    if (text !== mark) note({ kind: 'mark', text: (mark = text) });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  addEventListener('click', (event) => {
    const card = event.target.closest?.('#problems section[data-place]');
    const name = event.target.closest?.('button')?.textContent;
    if (!card || (name !== '用我的' && name !== '用对方的')) return;
    const [mine, theirs] = [...card.querySelectorAll('dd')].map((one) => one.textContent);
    note({ kind: 'chose', cell: card.dataset.place, mine, theirs, isMine: name === '用我的' });
  }, true);
}`;
