import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';

export interface Refusal {
  status: number;
  contentType: string;
  body: string;
}

/**
 * Answers a request that is not wanted and ends its connection, whether or not somebody has begun to read it.
 *
 * Written on the socket, past `response`: a handler that had begun meets a request that breaks off, as when somebody leaves, and whatever it
 * then says comes after the answer and is read by nobody.
 */
export function refuseAndClose(request: IncomingMessage, response: ServerResponse, refusal: Refusal, lingerMs: number): void {
  const { socket } = request;
  const { status, contentType, body } = refusal;
  if (response.headersSent) {
    socket.destroy();
    return;
  }
  // For the log; it is not sent by `response`.
  response.statusCode = status;
  const bytes = Buffer.from(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${contentType}; charset=utf-8`,
    `Content-Length: ${bytes.byteLength}`,
    ...Object.entries(response.getHeaders()).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '\r\n',
  ].join('\r\n');
  socket.write(Buffer.concat([Buffer.from(head), bytes]));
  request.unpipe();
  for (const reading of ['data', 'readable', 'end']) request.removeAllListeners(reading);
  forgetTheRest(request, lingerMs);
}

/**
 * Ends the connection of a request that is answered and still comes. What comes is read and forgotten for a moment: who is cut off at once
 * loses the answer that is on its way.
 */
export function forgetTheRest(request: IncomingMessage, lingerMs: number): void {
  const { socket } = request;
  request.resume();
  const cut = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(cut));
  request.once('end', () => socket.destroySoon());
}
