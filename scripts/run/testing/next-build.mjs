/** Stands in for `next build` in a test checkout: notes the call and leaves a build id. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';

appendFileSync('next-calls', `${process.argv[2]} ${process.env.NODE_ENV}\n`);
mkdirSync('.next', { recursive: true });
writeFileSync('.next/BUILD_ID', 'a build');
