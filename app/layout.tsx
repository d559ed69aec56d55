import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { chosenLanguage, isLargeTextChosen } from '@/components/messages/chosen-language';
import { MessagesProvider } from '@/components/messages/messages-provider';
import { NoScript } from '@/components/old-browser/no-script';
import { TrpcProvider } from '@/components/trpc-client';
import './globals.css';

export const metadata: Metadata = { title: '年报 Nianbao', robots: { index: false } };

/** Awaiting the headers makes every page dynamic, so that each gets its own nonce and none is kept in a cache. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  const language = await chosenLanguage();
  const isLargeText = await isLargeTextChosen();
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'} data-text-size={isLargeText ? 'large' : undefined}>
      <body className="bg-desk text-ink antialiased">
        <NoScript />
        <MessagesProvider language={language} isLargeText={isLargeText}>
          <TrpcProvider>{children}</TrpcProvider>
        </MessagesProvider>
      </body>
    </html>
  );
}
