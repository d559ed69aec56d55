/** How many dialogs are open, one over the other. */
let held = 0;

/**
 * While a dialog is open the page behind it does not scroll, and keeps its width where its scroll bar was.
 *
 * @returns lets it go again
 */
export function holdPageBehind(root = document.documentElement): () => void {
  if (held === 0) root.dataset.behindDialog = window.innerWidth > root.clientWidth ? 'scrolls' : '';
  held += 1;
  return () => {
    held -= 1;
    if (held === 0) delete root.dataset.behindDialog;
  };
}
