import { createServer } from 'node:net';

/** A port that the system gives out to nobody else for now: programs that start together do not meet on it. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
