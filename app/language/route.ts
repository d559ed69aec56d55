import { isLanguage, languageCookie } from '@/components/messages/language';
import { remember } from '../remember';

/** Remembers the chosen language. */
export async function POST(request: Request): Promise<Response> {
  const to = (await request.formData()).get('to');
  return remember(request, languageCookie, isLanguage(to) ? to : undefined);
}
