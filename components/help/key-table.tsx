import { helpIn } from '../messages/help-words';
import type { Language } from '../messages/language';
import { Breadcrumb } from '../ui/breadcrumb';
import { denseCell, denseHeadCell } from '../ui/list-table';
import { PageHead, Sheet } from '../ui/page';

/** Every key and what it does. */
export function KeyTable({ language }: { language: Language }) {
  const { keys, title } = helpIn(language);
  return (
    <>
      <Breadcrumb places={[{ words: title, href: '/help' }]} />
      <PageHead title={keys.title} context={keys.context} />
      <Sheet className="max-w-form">
        <table className="w-full border-collapse text-body">
          <thead>
            <tr>
              <th scope="col" className={`${denseHeadCell} w-64`}>
                {keys.key}
              </th>
              <th scope="col" className={denseHeadCell}>
                {keys.does}
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.rows.map(([key, does]) => (
              <tr key={key}>
                <th scope="row" className={`${denseCell} font-semibold`}>
                  {key}
                </th>
                <td className={denseCell}>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </>
  );
}
