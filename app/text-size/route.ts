import { largeText, textSizeCookie } from '@/components/messages/text-size';
import { remember } from '../remember';

/** Remembers that type shall be large, or forgets it. */
export async function POST(request: Request): Promise<Response> {
  const to = (await request.formData()).get('to');
  return remember(request, textSizeCookie, to === largeText ? largeText : null);
}
