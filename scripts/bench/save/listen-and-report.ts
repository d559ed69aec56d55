import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on loopback, reports the port to the bench, and ends with it. */
export function listenAndReport(server: Server, more: object, close: () => Promise<void> = async () => {}): void {
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port, ...more }));
  process.once('disconnect', () => {
    server.close();
    server.closeAllConnections();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
