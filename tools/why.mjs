// Prints the cost of each module in a CDN file: the brotli bytes that removing it would save.
//   node tools/why.mjs [entry of src/define, default trust-questionnaire]
import { brotliCompressSync } from 'node:zlib';
import { minify } from 'rolldown/utils';
import { build } from 'vite';
import { cdn } from '../vite.config.ts';

const config = cdn(process.argv[2] ?? 'trust-questionnaire', 'why.js');
const [{ output }] = await build({ ...config, build: { ...config.build, write: false } });

// The bundler writes a comment where each module begins.
const parts = output[0].code.split(/^(?=\/\/(?:#region)? \S+$)/m);

const size = async code => {
  const { code: small } = await minify('why.js', code, {
    compress: false,
    mangle: { toplevel: true },
    codegen: { legalComments: 'none', removeWhitespace: true },
  });
  return brotliCompressSync(small).length;
};

const whole = await size(parts.join(''));
const rows = [];
for (const [index, part] of parts.entries()) {
  const name = part.match(/^\/\/(?:#region)? (\S+)/)?.[1];
  if (name) rows.push([whole - (await size(parts.toSpliced(index, 1).join(''))), part.length, name]);
}
for (const [brotli, raw, name] of rows.sort((a, b) => b[0] - a[0])) {
  console.log(`${String(brotli).padStart(7)}${String(raw).padStart(8)}  ${name}`);
}
console.log(`${String(whole).padStart(7)}  all`);
