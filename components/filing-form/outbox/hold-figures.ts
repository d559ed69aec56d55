import { answerKeyOf, answerMs, spareKeyOf } from './spare';

/**
 * Runs in the page while its first figures arrive: the server does not know what is kept in this browser, and may have drawn the page
 * before it answered a save. Where something of this form is kept or was answered a moment ago, no figure is shown until it stands
 * among them (`app/globals.css`), which takes the page's script.
 */
export function holdScript(userId: string, filingId: string): string {
  const [kept, answered] = [`${spareKeyOf(userId)}${filingId}/`, answerKeyOf(userId, filingId)].map((prefix) =>
    JSON.stringify(prefix).replaceAll('<', '\\u003c'),
  );
  const isKept = `k.indexOf(${kept})===0`;
  const isAnswered = `k.indexOf(${answered})===0&&Date.now()-JSON.parse(localStorage.getItem(k)).at<${answerMs}`;
  return `try{for(var i=0,k;i<localStorage.length;i++){k=localStorage.key(i);if(${isKept}||${isAnswered})document.documentElement.setAttribute(${JSON.stringify(attribute)},"unread")}}catch(e){}`;
}

/** The same on a page that was not loaded anew. */
export function holdFigures(): void {
  document.documentElement.setAttribute(attribute, 'unread');
}

export function endHold(): void {
  document.documentElement.removeAttribute(attribute);
}

const attribute = 'data-outbox';
