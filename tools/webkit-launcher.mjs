// A web-test-runner launcher for WebKitGTK: MiniBrowser on a virtual screen, driven over W3C WebDriver.
// It calls itself `playwright` because the runner's keys, mouse and viewport commands ask for that kind of page.
import { spawn } from 'node:child_process';
import { freePort } from './free-port.mjs';

// On a larger screen the window loses keyboard focus.
const SCREEN = '640x480x24';

const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016',
  Delete: '\uE017', Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

const ended = child => (child.exitCode ?? child.signalCode) !== null;

const kill = async child => {
  if (!child || ended(child)) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(force);
};

const startScreen = path =>
  new Promise((resolve, reject) => {
    const child = spawn(path, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stdio[3].on('data', data => {
      text += data;
      if (text.includes('\n')) resolve({ child, display: `:${text.trim()}` });
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)));
  });

/** One browser window: what the runner's commands need of a playwright page. */
class Page {
  #send;
  constructor(send) {
    this.#send = send;
  }

  #perform(id, type, actions, parameters) {
    return this.#send('POST', '/actions', { actions: [{ type, id, ...(parameters && { parameters }), actions }] });
  }

  #keys(...actions) {
    return this.#perform('keyboard', 'key', actions.map(([type, key]) => ({ type, value: KEYS[key] ?? key })));
  }

  #pointer(...actions) {
    return this.#perform('mouse', 'pointer', actions, { pointerType: 'mouse' });
  }

  #move(x, y) {
    return { type: 'pointerMove', duration: 0, origin: 'viewport', x, y };
  }

  keyboard = {
    // One request per character: in one sequence WebKitGTK drops repeated keys.
    type: async text => {
      for (const key of text) await this.#keys(['keyDown', key], ['keyUp', key]);
    },
    press: async chord => {
      const keys = chord.length > 1 ? chord.split('+') : [chord];
      for (const key of keys) await this.#keys(['keyDown', key]);
      for (const key of keys.reverse()) await this.#keys(['keyUp', key]);
    },
    down: key => this.#keys(['keyDown', key]),
    up: key => this.#keys(['keyUp', key]),
  };

  mouse = {
    move: (x, y) => this.#pointer(this.#move(x, y)),
    click: (x, y, { button = 'left' } = {}) =>
      this.#pointer(
        this.#move(x, y),
        { type: 'pointerDown', button: BUTTONS[button] },
        { type: 'pointerUp', button: BUTTONS[button] },
      ),
    down: ({ button = 'left' } = {}) => this.#pointer({ type: 'pointerDown', button: BUTTONS[button] }),
    up: ({ button = 'left' } = {}) => this.#pointer({ type: 'pointerUp', button: BUTTONS[button] }),
  };

  evaluate(script) {
    return this.#send('POST', '/execute/sync', { script, args: [] });
  }

  // The window has borders of its own: measure what came out, once it rests, and correct.
  async setViewportSize({ width, height }) {
    let ask = { width, height };
    for (let round = 0; round < 4; round++) {
      await this.#send('POST', '/window/rect', ask);
      const [w, h] = await this.#restingSize(width, height);
      if (w === width && h === height) return;
      ask = { width: ask.width + width - w, height: ask.height + height - h };
    }
    throw new Error(`The window does not become ${width} x ${height}: WebKitGTK's is at least 447 px wide.`);
  }

  /** The window follows a little later, on a busy machine much later: a size counts when it is the one, or has stood. */
  async #restingSize(width, height) {
    let last = [];
    for (let stood = 0; stood < 12; ) {
      const size = await this.evaluate('return [innerWidth, innerHeight]');
      if (size[0] === width && size[1] === height) return size;
      stood = size[0] === last[0] && size[1] === last[1] ? stood + 1 : 0;
      last = size;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    return last;
  }
}

export const webkitLauncher = ({ driver, xvfb, browser }) => {
  let screen, service, base, session, active;

  const call = async (method, path, body) => {
    const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const send = (method, path, body) => call(method, `/session/${session}${path}`, body);

  const startBrowser = async () => {
    screen = await startScreen(xvfb);
    const port = await freePort();
    service = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: screen.display,
        GDK_BACKEND: 'x11',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        NO_AT_BRIDGE: '1',
        LANG: 'C.UTF-8',
      },
    });
    base = `http://127.0.0.1:${port}`;
    for (let wait = 20; ; wait *= 2) {
      if (await call('GET', '/status').then(() => true, () => false)) break;
      if (wait > 6000 || ended(service)) throw new Error('WebKitWebDriver did not start');
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    const { sessionId } = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
        },
      },
    });
    session = sessionId;
  };

  let starting;
  return {
    name: 'WebKit',
    type: 'playwright',
    concurrency: 1,
    async startSession(id, url) {
      await (starting ??= startBrowser());
      active = { id, page: new Page(send) };
      await active.page.setViewportSize({ width: 600, height: 400 });
      await send('POST', '/url', { url });
    },
    isActive: id => active?.id === id,
    getBrowserUrl: () => send('GET', '/url'),
    getPage: () => active.page,
    async stopSession() {
      active = undefined;
      await send('DELETE', '/actions').catch(() => {});
      await send('POST', '/url', { url: 'about:blank' });
      return {};
    },
    startDebugSession() {
      throw new Error('WebKitGTK has no debug mode here');
    },
    async stop() {
      if (session) await call('DELETE', `/session/${session}`).catch(() => {});
      await kill(service);
      await kill(screen?.child);
    },
  };
};
