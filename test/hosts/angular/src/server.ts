// Renders each page, and serves the files of the build.
import { AngularNodeAppEngine, createNodeRequestHandler, isMainModule, writeResponseToNodeResponse } from '@angular/ssr/node';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

const files = join(import.meta.dirname, '../browser');
const angular = new AngularNodeAppEngine({ allowedHosts: ['127.0.0.1'] });

/** Angular's build asks this for the routes. */
export const reqHandler = createNodeRequestHandler(async (request, response) => {
  const file = join(files, new URL(request.url!, 'http://host').pathname);
  if (file.endsWith('.js') && (await stat(file).catch(() => undefined))) {
    createReadStream(file).pipe(response.writeHead(200, { 'content-type': 'text/javascript' }));
    return;
  }
  const page = await angular.handle(request);
  if (page) await writeResponseToNodeResponse(page, response);
  else response.writeHead(404).end();
});

if (isMainModule(import.meta.url)) createServer(reqHandler).listen(Number(process.env['PORT']), process.env['HOST']);
