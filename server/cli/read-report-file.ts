import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { problemLine, type ReadReport, readReportBytes } from '@/server/domain/reading';
import { CliError } from './cli-error';

/** A report JSON is some tens of kilobytes; ten megabytes is somebody's mistake. */
const largestBytes = 10 * 1024 * 1024;

/** Reads a report file. @throws CliError that says which file, where in it, what is wrong and how to mend it */
export async function readReportFile(file: string): Promise<ReadReport> {
  if (extname(file).toLowerCase() !== '.json')
    throw new CliError(`${file}: 目前只能读取 .json 格式的年报文件 / only .json report files can be read so far`);
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) throw new CliError(`${file}: 没有这个文件 / there is no such file`);
  if (size > largestBytes)
    throw new CliError(`${file}: 文件有 ${size} 字节，超过 10 MB，不像是一份年报 / larger than 10 MB, which no report is`);
  const { parsed, notice } = readReportBytes(await readFile(file));
  if (notice) process.stderr.write(`${file}: ${notice.zh} / ${notice.en}\n`);
  if (!parsed.ok)
    throw new CliError(parsed.problems.map((problem) => `${file}: ${problemLine(problem)} / ${problemLine(problem, 'en')}`).join('\n'));
  return parsed.value;
}
