import { readOverlayFile } from '@/server/boot/load-overlay';
import type { Overlay } from '@/server/domain/checks';
import { acceptPrevious, checkReport, damageLine, type FindingJson } from '@/server/domain/reading';
import { CliError } from '../cli-error';
import { readReportFile } from '../read-report-file';

export async function checkFiles(files: string[], options: { previous?: string; overlay?: string; json?: boolean }): Promise<void> {
  const previous = options.previous ? await readReportFile(options.previous) : null;
  const overlay = options.overlay ? await overlayAt(options.overlay) : null;
  const results = [];
  for (const file of files) {
    const report = await readReportFile(file);
    const accepted = previous ? acceptPrevious(report.content, previous.content) : null;
    if (accepted && !accepted.accepted) throw new CliError(`${options.previous}: ${accepted.why.zh} / ${accepted.why.en}`);
    for (const warning of accepted?.warnings ?? []) process.stderr.write(`${options.previous}: ${warning.zh} / ${warning.en}\n`);
    results.push({ file, ...checkReport(report, previous?.content ?? null, { overlay }) });
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ files: results }, null, 2)}\n`);
  else for (const result of results) printResult(result);
  if (results.some((result) => result.verdict.must_fix + result.verdict.confirm > 0)) process.exitCode = 1;
}

/** @throws CliError with a line per problem */
function overlayAt(file: string): Promise<Overlay> {
  return readOverlayFile(file).catch((error: Error) => {
    throw new CliError(error.message);
  });
}

const marks = { must_fix: '✕ 必须改正', confirm: '！需要说明', hint: '· 提示' };

function printResult(result: { file: string } & ReturnType<typeof checkReport>): void {
  const { must_fix, confirm, hint, not_checkable, passed } = result.verdict;
  process.stdout.write(
    `${result.file}\n  必须改正 ${must_fix}，需要说明 ${confirm}，提示 ${hint}，无法核对 ${not_checkable}，通过 ${passed}\n`,
  );
  for (const damage of result.damage) process.stdout.write(`  缺损 ${damageLine(damage)}\n`);
  for (const finding of result.findings) printFinding(finding, '  ');
}

function printFinding(finding: FindingJson, indent: string): void {
  process.stdout.write(`${indent}${marks[finding.severity]} [${finding.rule}] ${finding.message}\n`);
  for (const repair of finding.repair.slice(0, 3)) process.stdout.write(`${indent}  可能的改法：${repair.message}\n`);
  for (const consequence of finding.consequences) printFinding(consequence, `${indent}    由此引起 `);
}
