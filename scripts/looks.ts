import { lookAtDesks } from './looks/desks';
import { lookAtDocuments } from './looks/documents';
import { lookAtStates } from './looks/picture-states';
import { lookAtScreens } from './looks/screens';
import { lookAtWorkbooks } from './looks/workbooks';

/** Pictures for a person to look at, in ./looks (not in the repository). One line per kind. */
const kinds: Record<string, (folder: string) => Promise<string[]>> = {
  documents: lookAtDocuments,
  workbooks: lookAtWorkbooks,
  screens: lookAtScreens,
  desks: lookAtDesks,
  states: lookAtStates,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((kind) => !Object.hasOwn(kinds, kind));
if (unknown.length > 0) {
  process.stderr.write(`looks: unknown kind ${unknown.join(', ')}. Kinds: ${Object.keys(kinds).join(', ')}.\n`);
  process.exit(2);
}
for (const [kind, look] of Object.entries(kinds)) {
  if (asked.length > 0 && !asked.includes(kind)) continue;
  for (const picture of await look(`looks/${kind}`)) process.stdout.write(`${picture}\n`);
}
