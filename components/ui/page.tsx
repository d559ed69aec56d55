import clsx from 'clsx';
import type { ReactNode } from 'react';

/** The head of a page: what this is, one line of context, the page's act at the right. */
export function PageHead({ title, context, children }: { title: ReactNode; context?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pb-4">
      <div>
        <h1 className="text-title leading-8 font-semibold">{title}</h1>
        {context && <p className="text-body leading-6 text-muted">{context}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}

/** A white sheet on the desk. */
export function Sheet({
  title,
  actions,
  children,
  className,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={clsx('rounded border border-hairline bg-paper p-4', className)}>
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-2 pb-3">
          {title && <h2 className="text-head font-semibold">{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** What will appear here and who starts it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="rounded border border-dashed border-hairline bg-paper px-6 py-10 text-center">
      <p className="text-head font-semibold">{title}</p>
      {children && <p className="mx-auto mt-1 max-w-read text-body leading-6 text-muted">{children}</p>}
    </div>
  );
}
