import { helpIn } from '../messages/help-words';
import type { Language } from '../messages/language';
import { Link } from '../ui/link';
import { PageHead, Sheet } from '../ui/page';

/** Every key and what it does. */
export function KeyTable({ language }: { language: Language }) {
  const { keys, back } = helpIn(language);
  return (
    <>
      <PageHead title={keys.title} context={keys.context}>
        <Link href="/help" className="text-act underline underline-offset-2">
          {back}
        </Link>
      </PageHead>
      <Sheet className="max-w-form">
        <table className="w-full border-collapse text-body leading-7">
          <thead>
            <tr className="text-left text-muted">
              <th scope="col" className="w-64 py-1 pr-4 font-normal">
                {keys.key}
              </th>
              <th scope="col" className="py-1 font-normal">
                {keys.does}
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.rows.map(([key, does]) => (
              <tr key={key} className="border-t border-hairline align-top">
                <th scope="row" className="py-1 pr-4 text-left font-semibold">
                  {key}
                </th>
                <td className="py-1">{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </>
  );
}
