import type { DutiesPage } from '@/server/queries/duties';
import { useWritingMessages } from '../../messages/writing-words';

/** Everybody who can sign in, for a choice. */
export function PersonOptions({ people }: { people: DutiesPage['people'] }) {
  const { common, office } = useWritingMessages();
  return (
    <>
      <option value="">{office.duties.choose}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {common.inBrackets(person.name, person.username)}
        </option>
      ))}
    </>
  );
}
