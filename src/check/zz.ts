import fs from 'node:fs';
import path from 'node:path';
import { deskKinds } from '../news/desk-catalogue.ts';
import { readDeskRules } from './desk-rule.ts';
import { checkSource } from './source-check.ts';

const [dir = '', every = '1', kind = '', max = '5'] = process.argv.slice(2);
const { rules, problems } = readDeskRules(
  new Map([['r', fs.readFileSync('content/rules/finance.yaml', 'utf8')]]),
);
if (problems.length) console.log(problems);
const files = fs
  .readdirSync(dir + '/articles', { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.mdx?$/.test(f))
  .sort()
  .filter((_, i) => i % Number(every) === 0);
const src = files.map((f) => fs.readFileSync(path.join(dir, 'articles', f), 'utf8'));
const t = performance.now();
const c0 = process.cpuUsage();
const all = src.map((s, i) => checkSource(s, 'articles/' + files[i], rules));
const c = process.cpuUsage(c0);
console.log(
  files.length,
  'wall',
  (performance.now() - t).toFixed(0),
  'cpu',
  ((c.user + c.system) / 1000).toFixed(0),
);
const by = new Map<string, any[]>();
for (const a of all)
  for (const p of a.problems) by.set(p.kind, [...(by.get(p.kind) ?? []), p].slice(-100000));
const arts = (k: string) => all.filter((a) => a.problems.some((p) => p.kind === k)).length;
for (const [k, v] of by) console.log(k, v.length, 'in', arts(k), 'articles');
for (const [k, v] of by)
  if (kind === '' || kind === k) {
    const step = Math.max(1, Math.floor(v.length / Number(max)));
    for (const p of v.filter((_, i) => i % step === 0).slice(0, Number(max)))
      console.log(`${p.file}:${p.line}:${p.column} ${p.message} → ${p.hint}`);
  }
