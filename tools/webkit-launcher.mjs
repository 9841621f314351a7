// A web-test-runner launcher for WebKitGTK.
// Its type is `playwright` because the runner's keyboard, mouse and viewport commands need that kind of page.
import { openWebKit } from './webkit-window.mjs';

export const webkitLauncher = programs => {
  let opening, window, active;
  return {
    name: 'WebKit',
    type: 'playwright',
    concurrency: 1,
    async startSession(id, url) {
      window = await (opening ??= openWebKit(programs));
      active = id;
      await window.page.setViewportSize({ width: 600, height: 400 });
      await window.page.goto(url);
    },
    isActive: id => active === id,
    getBrowserUrl: () => window.page.url(),
    getPage: () => window.page,
    async stopSession() {
      active = undefined;
      await window.page.releaseKeys().catch(() => {});
      await window.page.goto('about:blank');
      return {};
    },
    startDebugSession() {
      throw new Error('This launcher has no debug mode');
    },
    async stop() {
      await (await opening?.catch(() => {}))?.close();
    },
  };
};
