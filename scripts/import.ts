/** `npm run import -- FILE|FOLDER`: articles of another system as Markdown files. */
import { OperatorError } from '../src/environment.ts';
import { explainSystemError } from '../src/import/disk.ts';
import { importArticles } from '../src/import/importer.ts';
import { HELP, readOptions } from '../src/import/options.ts';
import { formatReport, isComplete } from '../src/import/report.ts';

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') console.log(HELP);
  else {
    const start = performance.now();
    const report = await importArticles(options);
    console.log(formatReport(report, (performance.now() - start) / 1000));
    if (!isComplete(report)) process.exitCode = 1;
  }
} catch (cause) {
  const error = cause instanceof OperatorError ? cause : explainSystemError(cause);
  if (!error) throw cause;
  console.error(error.message);
  process.exitCode = 1;
}
