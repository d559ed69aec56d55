import { continueAnywayCookie } from '@/components/old-browser/old-browser-of';
import { remember } from '../remember';

/** Somebody has read that the browser is too old and wants to go on: from now on it is not asked again. */
export function POST(request: Request): Response {
  return remember(request, continueAnywayCookie, 'yes');
}
