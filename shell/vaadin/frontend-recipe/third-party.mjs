// Lists every npm package that went into the front-end bundle, with its licence and the licence's text, and fails
// when one of them is not under an OSI-approved licence: Vaadin's commercial components are on npm, too.
// Usage: node third-party.mjs <stats.json> <node_modules> <file to write>
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OSI = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

const [statsFile, nodeModules, target] = process.argv.slice(2);

/** "(MPL-2.0 OR Apache-2.0)" is fine as soon as one of its choices is; anything cleverer is refused. */
const isOpen = (licence) => licence.replace(/^\(|\)$/g, '').split(' OR ').some((choice) => OSI.has(choice));

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : undefined;
}

// Vaadin's own Vite plugin wrote down what Vite really put into the chunks, transitive packages included.
const { npmModules } = JSON.parse(readFileSync(statsFile, 'utf8'));
const packages = Object.keys(npmModules).sort().map((name) => {
  const folder = join(nodeModules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { id: `${name} ${version}`, licence: String(license), text: licenceText(folder) };
});

const refused = packages.filter(({ licence }) => !isOpen(licence));
if (packages.length === 0 || refused.length > 0) {
  console.error('Not under an OSI-approved licence:', refused.map(({ id, licence }) => `${id}: ${licence}`));
  process.exit(1);
}

// The Apache licence asks for its text once, the short ones for each package's own copyright line.
const apache = packages.filter(({ licence }) => licence.includes('Apache-2.0'));
const holdersByText = new Map(apache.length > 0 ? [[apache[0].text, apache.map(({ id }) => id)]] : []);
for (const { id, text } of packages.filter((one) => !apache.includes(one))) {
  holdersByText.set(text, [...(holdersByText.get(text) ?? []), id]);
}
if (holdersByText.has(undefined)) {
  console.error('Without a licence text:', holdersByText.get(undefined));
  process.exit(1);
}

const lines = ['npm packages in META-INF/VAADIN/webapp, written by third-party.mjs', ''];
lines.push(...packages.map(({ id, licence }) => `${id}: ${licence}`));
for (const [text, holders] of holdersByText) {
  lines.push('', '='.repeat(80), ...holders, '='.repeat(80), '', text);
}
writeFileSync(target, `${lines.join('\n')}\n`);
console.log(`${packages.length} npm packages, all under OSI-approved licences`);
