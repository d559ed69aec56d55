'use client';

import type { Format } from '@/server/domain/formats';
import type { Block, ReportDocument } from '@/server/domain/report/report-document';
import { StatutoryTable } from '../statutory-table/statutory-table';

/** The document every face is drawn from, to be read. */
export function PrintedDocument({ document, format }: { document: Pick<ReportDocument, 'blocks'>; format: Format }) {
  return (
    <article lang="zh-CN" className="min-w-0 rounded border border-hairline bg-paper px-6 py-8 font-serif lg:px-10">
      <div className="mx-auto flex max-w-form flex-col gap-3">
        {document.blocks.map((block, index) => (
          <PrintedBlock key={keyOf(block, index)} block={block} format={format} />
        ))}
      </div>
    </article>
  );
}

/** Blocks have no name but their place; the list is drawn once. */
function keyOf(block: Block, index: number): string {
  return `${block.kind} ${index}`;
}

function PrintedBlock({ block, format }: { block: Block; format: Format }) {
  switch (block.kind) {
    case 'title':
      return (
        <h3 className="pb-3 text-center text-title leading-10 font-bold">
          {block.lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </h3>
      );
    case 'heading':
      return <h4 className="pt-2 text-head leading-8 font-bold">{block.text}</h4>;
    case 'paragraph':
      return <p className="indent-8 text-head leading-9">{block.text}</p>;
    case 'note':
      return <p className="text-body leading-7">{block.text}</p>;
    case 'table': {
      const remarks = block.remarks ?? {};
      const figures = Object.fromEntries(
        Object.entries(block.figures).map(([cell, printed]) => [cell, `${printed}${remarks[cell] ?? ''}`]),
      );
      return <StatutoryTable format={format} layout={block.layout} figures={figures} />;
    }
    default:
      return block satisfies never;
  }
}
