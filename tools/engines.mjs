// Finds the three test browsers and PostgreSQL on this machine. Without dependencies.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const first = (...paths) => paths.find(path => path && existsSync(path));

const onPath = name =>
  first(...(process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)), join('/usr/sbin', name));

const webkitFolder = () => {
  for (const lib of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(lib)) continue;
    const found = [lib, ...readdirSync(lib).filter(name => name.endsWith('linux-gnu')).map(name => join(lib, name))]
      .flatMap(folder => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map(name => join(folder, name)))
      .find(folder => existsSync(join(folder, 'MiniBrowser')));
    if (found) return found;
  }
};

/** The paths of the browsers. A field is undefined if that engine is not installed. */
export const findEngines = () => {
  const driver = first(process.env.WEBKIT_DRIVER, onPath('WebKitWebDriver'));
  const xvfb = onPath('Xvfb');
  const folder = webkitFolder();
  return {
    chromium: first(
      process.env.CHROME_PATH,
      onPath('chromium'),
      onPath('chromium-browser'),
      onPath('google-chrome'),
      onPath('google-chrome-stable'),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
    ),
    firefox: first(
      process.env.FIREFOX_PATH,
      onPath('firefox-esr'),
      onPath('firefox'),
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:/Program Files/Mozilla Firefox/firefox.exe',
    ),
    webkit: driver && xvfb && folder ? { driver, xvfb, browser: join(folder, 'MiniBrowser') } : undefined,
  };
};

/** The folder that contains initdb and postgres, or undefined. */
export const findPostgres = () => {
  const versions = '/usr/lib/postgresql';
  const debian = existsSync(versions) ? readdirSync(versions).map(name => join(versions, name, 'bin')) : [];
  const found = first(...debian.sort().reverse().map(folder => join(folder, 'initdb')), onPath('initdb'));
  return found && join(found, '..');
};
