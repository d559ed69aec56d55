import { describe, expect, it } from 'vitest';
import { addressHeader } from '@/server/boot/client-address';
import { personHeader } from '@/server/domain/person-header';
import { atThisMachineHeader, isAtThisMachine } from './demonstration-door';

describe('the demonstration’s door', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1', '127.0.0.1:3000', '[::1]', '[::1]:3000'])('opens to Host %s', (host) => {
    expect(isAtThisMachine({ host })).toBe(true);
  });

  it.each([
    'nianbao.example',
    '192.168.1.5:3000',
    'localhost.evil.example',
    'evil.example#localhost',
    '127.0.0.1.nip.io',
    '::1',
    'localhost:abc',
    'LOCALHOST@evil',
    '',
  ])('stays shut to Host %s', (host) => {
    expect(isAtThisMachine({ host })).toBe(false);
  });

  it('stays shut without a Host', () => {
    expect(isAtThisMachine({})).toBe(false);
  });

  /** Of proxies, load balancers, content networks and hosts, standard and not; the last two are of none that is known. */
  const forwarding = [
    'Forwarded',
    'Forwarded-For',
    'X-Forwarded',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Port',
    'X-Forwarded-Prefix',
    'X-Forwarded-Proto',
    'X-Forwarded-Server',
    'X-Forwarded-Ssl',
    'X-Original-Forwarded-For',
    'X-Real-IP',
    'X-Real-Port',
    'X-Client-IP',
    'X-Cluster-Client-IP',
    'X-ProxyUser-Ip',
    'X-Remote-IP',
    'X-Remote-Addr',
    'X-Originating-IP',
    'X-Original-Host',
    'X-Original-URL',
    'X-Original-URI',
    'X-Rewrite-URL',
    'X-Host',
    'X-HTTP-Host-Override',
    'X-Scheme',
    'X-Url-Scheme',
    'X-Coming-From',
    'X-Request-ID',
    'Client-IP',
    'HTTP-Client-IP',
    'Proxy-Client-IP',
    'WL-Proxy-Client-IP',
    'Proxy-Connection',
    'Proxy-Authorization',
    'Authorization',
    'Via',
    'X-Via',
    'X-BlueCoat-Via',
    'CDN-Loop',
    'CDN-Src-IP',
    'Ali-CDN-Real-IP',
    'CF-Connecting-IP',
    'CF-Connecting-IPv6',
    'CF-IPCountry',
    'CF-Ray',
    'CF-Visitor',
    'True-Client-IP',
    'Fastly-Client-IP',
    'Fastly-SSL',
    'Fly-Client-IP',
    'X-Appengine-User-IP',
    'X-ARR-SSL',
    'X-Azure-ClientIP',
    'X-Azure-SocketIP',
    'X-Amzn-Trace-Id',
    'X-Envoy-External-Address',
    'X-Varnish',
    'Front-End-Https',
    'Surrogate-Capability',
    'Max-Forwards',
    'X-Some-Gateway-Of-Tomorrow',
    'Gateway-Of-Tomorrow',
  ];
  it.each(forwarding)('stays shut when %s says the request came from elsewhere, even empty, however it is written', (header) => {
    for (const value of ['10.0.0.1', ''])
      for (const name of [header.toLowerCase(), header])
        expect(isAtThisMachine({ host: 'localhost', ...browser, [name]: value })).toBe(false);
  });

  it('opens to what browsers send by themselves, and to what our own page adds', () => {
    const sent = { ...browser, [atThisMachineHeader]: 'no', [addressHeader]: '127.0.0.1', [personHeader]: 'p1' };
    expect(isAtThisMachine({ host: 'localhost:3000', ...sent, 'x-forwarded-for': undefined })).toBe(true);
  });
});

const browser = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'zh-CN,zh;q=0.9',
  'alt-used': 'localhost',
  'cache-control': 'no-cache',
  connection: 'keep-alive',
  'content-length': '120',
  'content-type': 'application/x-www-form-urlencoded',
  cookie: 'a=b',
  dnt: '1',
  'if-none-match': '"x"',
  origin: 'http://localhost:3000',
  pragma: 'no-cache',
  priority: 'u=1, i',
  referer: 'http://localhost:3000/sign-in',
  'sec-ch-ua': '"Chromium";v="140"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Windows"',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'same-origin',
  'sec-gpc': '1',
  te: 'trailers',
  'trpc-accept': 'application/jsonl',
  'upgrade-insecure-requests': '1',
  'user-agent': 'Mozilla/5.0',
  'x-requested-with': 'XMLHttpRequest',
};
