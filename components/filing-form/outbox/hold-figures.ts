import { spareKeyOf } from './spare';

/**
 * Runs in the page while its first figures arrive: the server does not know what is kept in this browser. Where something of this
 * form is, no figure is shown until it stands among them (`app/globals.css`), which takes the page's script.
 */
export function holdScript(userId: string, filingId: string): string {
  const prefix = JSON.stringify(`${spareKeyOf(userId)}${filingId}/`).replaceAll('<', '\\u003c');
  return `try{for(var i=0;i<localStorage.length;i++)if(localStorage.key(i).indexOf(${prefix})===0)document.documentElement.setAttribute(${JSON.stringify(attribute)},"unread")}catch(e){}`;
}

/** The same on a page that was not loaded anew. */
export function holdFigures(): void {
  document.documentElement.setAttribute(attribute, 'unread');
}

export function endHold(): void {
  document.documentElement.removeAttribute(attribute);
}

const attribute = 'data-outbox';
