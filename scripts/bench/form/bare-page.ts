import { buildNextApp } from '../next-app';

const layout = `export const dynamic = 'force-dynamic';
export default function Layout({ children }) {
  return <html lang="zh-CN"><body>{children}</body></html>;
}
`;

const page = `import { Bare } from './bare';
export default function Page() {
  return <Bare />;
}
`;

const bare = `'use client';
import { useState } from 'react';

export function Bare() {
  const [typed, setTyped] = useState('');
  return (
    <main>
      <p>{typed}</p>
      <table>
        <tbody onInput={(event) => setTyped(event.target.value)}>
          {Array.from({ length: 25 }, (_, row) => (
            <tr key={row}>
              {Array.from({ length: 6 }, (_, column) => (
                <td key={column}><input data-cell={row + '.' + column} defaultValue="12" /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
`;

/** A page of the same framework with 150 inputs that somebody hears, and nothing else: what browser and framework cost alone. @returns its folder */
export function buildBarePage(parent: string): string {
  return buildNextApp(parent, { 'app/layout.jsx': layout, 'app/page.jsx': page, 'app/bare.jsx': bare });
}
