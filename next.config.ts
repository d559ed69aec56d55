import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Every browser gets the title with the page. Sent after it, as is usual, a page is without a title for a moment at each refresh.
  htmlLimitedBots: /.*/,
  output: process.env.NIANBAO_STANDALONE ? 'standalone' : undefined,
  async headers() {
    return [
      {
        source: '/api/auth/:path*',
        headers: [
          { key: 'Cache-Control', value: 'no-store' },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
        ],
      },
    ];
  },
};

export default config;
