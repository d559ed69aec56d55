import { runCommandLine } from './command-line';
import { outliveReader } from './outlive-reader';

for (const stream of [process.stdout, process.stderr]) outliveReader(stream);
process.exitCode = await runCommandLine(process.argv.slice(2));
