// Opens WebKitGTK for tests: MiniBrowser on a virtual screen, controlled through W3C WebDriver.
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
  const exit = new Promise(resolve => child.once('exit', resolve));
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  await exit;
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

/** One browser window: the part of a playwright page that the runner's commands use, and where the window goes. */
class Page {
  #send;
  constructor(send) {
    this.#send = send;
  }

  #perform(source) {
    return this.#send('POST', '/actions', { actions: [source] });
  }

  #keys(...actions) {
    const keys = actions.map(([type, key]) => ({ type, value: KEYS[key] ?? key }));
    return this.#perform({ type: 'key', id: 'keyboard', actions: keys });
  }

  #pointer(...actions) {
    return this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  #move(x, y) {
    return { type: 'pointerMove', duration: 0, origin: 'viewport', x, y };
  }

  keyboard = {
    // One request per character, because WebKitGTK drops repeated keys in one sequence.
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

  goto(url) {
    return this.#send('POST', '/url', { url });
  }

  url() {
    return this.#send('GET', '/url');
  }

  goBack() {
    return this.#send('POST', '/back', {});
  }

  reload() {
    return this.#send('POST', '/refresh', {});
  }

  releaseKeys() {
    return this.#send('DELETE', '/actions');
  }

  evaluate(script) {
    return this.#send('POST', '/execute/sync', { script, args: [] });
  }

  // WebDriver sets the size including the window borders: set it, measure the viewport and correct the difference.
  async setViewportSize({ width, height }) {
    let windowSize = { width, height };
    for (let round = 0; round < 4; round++) {
      await this.#send('POST', '/window/rect', windowSize);
      const [w, h] = await this.#stableSize(width, height);
      if (w === width && h === height) return;
      windowSize = { width: windowSize.width + width - w, height: windowSize.height + height - h };
    }
    throw new Error(`Cannot set the viewport to ${width} x ${height}: a WebKitGTK window is at least 447 px wide.`);
  }

  /** The window resizes with a delay, long on a busy machine. Waits for the wanted size, or until the size is stable. */
  async #stableSize(width, height) {
    let last = [];
    for (let unchanged = 0; unchanged < 12; ) {
      const size = await this.evaluate('return [innerWidth, innerHeight]');
      if (size[0] === width && size[1] === height) return size;
      unchanged = size[0] === last[0] && size[1] === last[1] ? unchanged + 1 : 0;
      last = size;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    return last;
  }
}

/** Starts the browser and opens its window. `more`: further arguments of MiniBrowser. */
export const openWebKit = async ({ driver, xvfb, browser }, more = []) => {
  const screen = await startScreen(xvfb);
  let service, base, session;

  const call = async (method, path, body) => {
    const reply = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await reply.json();
    if (!reply.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  };

  const close = async () => {
    if (session) await call('DELETE', `/session/${session}`).catch(() => {});
    await kill(service);
    await kill(screen.child);
  };

  try {
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
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation', ...more] },
        },
      },
    });
    session = sessionId;
  } catch (error) {
    await close();
    throw error;
  }
  return { page: new Page((method, path, body) => call(method, `/session/${session}${path}`, body)), close };
};
