/** Stands in for server/main.ts in a test checkout: listens, says so, and ends as the real one does. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('here'));
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(`ready ${process.env.NODE_ENV} [${process.argv.slice(2).join(' ')}] pid=${process.pid}`);
});

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(signal, () => {
    console.log(`server got ${signal}`);
    if (!process.env.SERVER_IS_DEAF) process.exit(Number(process.env.SERVER_EXIT_CODE ?? 0));
  });
}
