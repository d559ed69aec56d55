import { latePart } from '../ui/late-part';

/** The reading of a clipboard: asked for when a field that reads one is entered. */
export const clipboardReader = latePart(() => import('./reader'));

/** What a clipboard holds, beyond the event that brought it: the browser empties it when that is over. */
export function heldData(data: DataTransfer): Pick<DataTransfer, 'getData'> {
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  return { getData: (kind) => (kind === 'text/html' ? html : kind === 'text/plain' ? text : '') };
}
