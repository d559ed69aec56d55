import { isLanguage, languageCookie } from '@/components/messages/language';

const aYearInSeconds = 31_536_000;

/** Remembers the chosen language and leads back to the page it was chosen on. A plain form posts here, so it works before any script does. */
export async function POST(request: Request): Promise<Response> {
  const to = (await request.formData()).get('to');
  const headers = new Headers({ location: pageOf(request.headers.get('referer')) });
  if (isLanguage(to)) headers.set('set-cookie', `${languageCookie}=${to}; Path=/; Max-Age=${aYearInSeconds}; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}

/** The path only, never a host: a forged referer leads nowhere else. */
function pageOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return `${pathname.replace(/^\/+/, '/')}${search}`;
}
