import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * `node --import ./scripts/trust/no-network.mjs …`: a program that reaches out of this machine, or only asks for a name, ends at once with exit code 50.
 * So every journey shows that the app needs nobody (T50). What native code does is not seen here; `npm run test:trust -- long` runs the
 * journeys where there is no network at all.
 */
const require = createRequire(import.meta.url);
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');

const isHere = (host) => !host || host === 'localhost' || host === '::1' || host === '::' || host === '0.0.0.0' || /^127\./.test(host);

function refuse(what) {
  writeSync(2, `${what}: this app was to need no network\n`);
  process.exit(50);
}

function requireHere(host, how) {
  if (!isHere(host)) refuse(`${how} ${host}`);
}

/** Of the forms that `connect` takes: what node passes on to itself, an object, a port and a host, the path of a socket. */
function hostOf(given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (first && typeof first === 'object') return first.path ? null : first.host;
  return typeof second === 'string' ? second : null;
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  requireHere(hostOf(given), 'connect');
  return connect.apply(this, given);
};

for (const resolver of [dns, dns.promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveSrv', 'resolveTxt']) {
    const ask = resolver[name];
    resolver[name] = (host, ...rest) => {
      requireHere(host, name);
      return ask.call(resolver, host, ...rest);
    };
  }

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...given) {
  requireHere(
    given.slice(1).find((one) => typeof one === 'string'),
    'send',
  );
  return send.apply(this, given);
};
