import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKS } from './looks.mjs';

const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; --height: 480px }
body { font: 15px/1.4 system-ui, sans-serif; margin: 0 }
form { position: sticky; inset-block-start: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 12px 24px; background: Canvas; border-block-end: 1px solid }
fieldset { display: flex; flex-wrap: wrap; gap: 4px 14px; border: 0; margin: 0; padding: 0 }
legend { float: inline-start; margin-inline-end: 10px }
select, input[type=search] { font: inherit; padding: 6px }
section { padding: 8px 24px; scroll-margin-block-start: 120px }
h2 { font-size: 17px; margin: 8px 0 }
section > div { display: flex; gap: 12px; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none }
figcaption { padding-block: 2px }
img { display: block; block-size: var(--height); border: 1px solid #8888; object-fit: contain; object-position: top }
.full img { block-size: auto }
`;

const SCRIPT = `
const form = document.querySelector('form');
const { element, words, height } = form.elements;
const rows = [...document.querySelectorAll('section')];
const isShown = (row) => (!element.value || row.dataset.element === element.value) && row.textContent.toLowerCase().includes(words.value.toLowerCase());
const show = () => {
  const looks = new FormData(form).getAll('look');
  for (const row of rows) {
    row.hidden = !isShown(row);
    for (const figure of row.querySelectorAll('figure')) figure.hidden = !looks.includes(figure.dataset.look);
  }
  document.documentElement.style.setProperty('--height', height.value + 'px');
  document.body.classList.toggle('full', height.value === height.max);
  document.querySelector('output').textContent = rows.filter((row) => !row.hidden).length + ' of ' + rows.length + ' stories';
  history.replaceState(null, '', '?' + new URLSearchParams(new FormData(form)) + location.hash);
};
const given = new URLSearchParams(location.search);
for (const name of ['element', 'words', 'height']) if (given.has(name)) form.elements[name].value = given.get(name);
if (given.has('height')) for (const box of form.querySelectorAll('[name=look]')) box.checked = given.getAll('look').includes(box.value);
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('[value=all]').addEventListener('click', () => {
  const boxes = [...form.querySelectorAll('[name=look]')];
  const isOn = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = isOn;
  show();
});
show();
`;

/** One page with all pictures of a folder: a row for each story, a column for each look. It needs no network. */
export const indexPage = (folder, stories) => {
  const name = title => title.replace(/^Elements\//, '');
  // `narrow`, and `narrow.de` with pictures in German.
  const folders = readdirSync(folder).sort();
  const looks = Object.keys(LOOKS).flatMap(look => folders.filter(name => name === look || name.startsWith(`${look}.`)));
  const figure = (id, look) =>
    `<figure data-look="${look}"><a href="${look}/${id}.png"><img loading="lazy" src="${look}/${id}.png" alt="${id}, ${look}"></a><figcaption>${look}</figcaption></figure>`;
  const taken = stories
    .map(story => ({ ...story, looks: looks.filter(look => existsSync(join(folder, look, `${story.id}.png`))) }))
    .filter(story => story.looks.length);
  const row = ({ id, title, name: story, looks: its }) => `<section id="${id}" data-element="${escape(name(title))}">
<h2>${escape(`${name(title)}: ${story}`)} <small><code>${id}</code></small></h2>
<div>${its.map(look => figure(id, look)).join('\n')}</div>
</section>`;
  const elements = [...new Set(taken.map(({ title }) => name(title)))];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures</title>
<style>${STYLE}</style>
<form>
<label>Element <select name="element"><option value="">all</option>${elements.map(one => `<option>${escape(one)}</option>`).join('')}</select></label>
<label>Story <input type="search" name="words"></label>
<fieldset><legend>Looks</legend>
${looks.map(look => `<label><input type="checkbox" name="look" value="${look}" checked> ${look}</label>`).join('\n')}
<button type="button" value="all">all or none</button>
</fieldset>
<label>Height <input type="range" name="height" min="160" max="1200" step="40" value="480"></label>
<output></output>
</form>
<main>
${taken.map(row).join('\n')}
</main>
<script>${SCRIPT}</script>
</html>
`;
};
