import { hostname } from 'node:os';

/** Facility 13 (log audit), severity 5 (notice): 13 × 8 + 5. */
const priority = 109;

/**
 * A line as a message of syslog: `<109>1 2026-11-30T01:00:00.000Z host nianbao 4711 head - nianbao-head …`. What collects it may look for the app
 * `nianbao` and the message id `head`.
 *
 * @source RFC 5424, 6
 */
export function syslogLine(text: string, at: Date): string {
  const host =
    hostname()
      .replaceAll(/[^\x21-\x7e]/g, '')
      .slice(0, 255) || '-';
  return `<${priority}>1 ${at.toISOString()} ${host} nianbao ${process.pid} head - ${text}`;
}
