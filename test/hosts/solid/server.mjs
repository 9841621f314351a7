// Renders each page, and serves the files of the build. `?client` in an address leaves the rendering to the browser.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { hydrationScript, render } from './dist/server/server.js';

const template = readFileSync('dist/client/index.html', 'utf8');
/** The page of properties is to see elements that are not defined yet: each definition waits for its button. */
const HOLD = '<script>{const held=[];const define=customElements.define.bind(customElements);customElements.define=(...all)=>void held.push(all);window.defineNow=()=>{for(const all of held)define(...all)}}</script>';

createServer((request, response) => {
  const { pathname, search } = new URL(request.url, 'http://host');
  const file = `dist/client${pathname}`;
  if (existsSync(file) && statSync(file).isFile()) {
    response.writeHead(200, { 'content-type': file.endsWith('.js') ? 'text/javascript' : 'text/css' }).end(readFileSync(file));
    return;
  }
  const page = search.includes('client') ? '' : render(pathname.slice(1), search);
  const head = (pathname === '/properties' ? HOLD : '') + hydrationScript;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(template.replace('<!--head-->', head).replace('<!--page-->', () => page));
}).listen(Number(process.env.PORT), process.env.HOST);
