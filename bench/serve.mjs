// Serves one page for each adapter, compressed with brotli, and records the files that each page loads.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

const page = (name, files) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
${files.filter(file => file.endsWith('.css')).map(file => `<link rel="stylesheet" href="${file}">`).join('')}
<script src="/page.js"></script>
<script type="module" src="adapter.js"></script>
<div id="root"></div>`;

export const serve = async work => {
  const fetched = {};
  const body = new Map();
  const read = file => body.get(file) ?? body.set(file, readFileSync(file)).get(file);
  const server = createServer(({ url }, reply) => {
    const { pathname } = new URL(url, 'http://localhost');
    const [, name, file] = pathname.split('/');
    const path = join(work, name, file ?? '');
    if (pathname === '/page.js') {
      reply.setHeader('content-type', TYPES['.js']).end(read(join(import.meta.dirname, 'page.js')));
    } else if (file === '') {
      reply.setHeader('content-type', 'text/html').end(page(name, readdirSync(path)));
    } else if (file && existsSync(`${path}.br`)) {
      (fetched[name] ??= new Set()).add(path);
      reply.setHeader('content-type', TYPES[extname(file)]).setHeader('content-encoding', 'br').end(read(`${path}.br`));
    } else {
      reply.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const sizeOf = name => {
    const sum = end => [...(fetched[name] ?? [])].reduce((bytes, file) => bytes + statSync(file + end).size, 0);
    return { min: sum(''), gzip: sum('.gz'), brotli: sum('.br') };
  };
  return { origin: `http://localhost:${server.address().port}`, sizeOf, close: () => server.close() };
};
