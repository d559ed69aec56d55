/**
 * What `npm start`, `npm test` and `npm run dev` call. Uses no dependency, so that it works on a bare clone.
 * Nothing is imported at the top: an old Node must get as far as the sentence that says it is too old.
 */
import('./run/node-version.mjs')
  .then(({ nodeVersionProblem }) => {
    const problem = nodeVersionProblem(process.versions.node);
    if (!problem) return import('./run/main.mjs').then(({ main }) => main(process.argv.slice(2)));
    console.error(problem);
    return 2;
  })
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
