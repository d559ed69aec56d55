import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { continueAnywayCookie, oldBrowserOf } from '@/components/old-browser/old-browser-of';
import { oldBrowserPage } from '@/components/old-browser/old-browser-page';

/**
 * Security headers for pages, and an honest page for a browser that could not draw them. Nothing else: who may see what is
 * asked in every page and procedure, so that the app is as safe without this file.
 */
export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString('base64');
  const isDev = process.env.NODE_ENV !== 'production';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const tooOld =
    request.method === 'GET' && !request.cookies.has(continueAnywayCookie) ? oldBrowserOf(request.headers.get('user-agent')) : null;
  const response = tooOld
    ? new NextResponse(oldBrowserPage(tooOld, nonce), { headers: { 'content-type': 'text/html; charset=utf-8' } })
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('cache-control', 'no-store');
  return response;
}

export const config = { matcher: ['/((?!api|_next/static|files|icon.svg|favicon.ico).*)'] };
