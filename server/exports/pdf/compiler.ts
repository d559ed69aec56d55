import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const kept = globalThis as typeof globalThis & { nianbaoTypst?: NodeCompiler };

/**
 * One compiler for the process: reading the fonts takes most of the first 0.2 s, and they are not read again. Fonts come from the folder
 * that `NIANBAO_FONTS` names (the office's licensed ones), then from the system.
 */
export function typst(): NodeCompiler {
  const folder = process.env.NIANBAO_FONTS;
  kept.nianbaoTypst ??= NodeCompiler.create(folder ? { fontArgs: [{ fontPaths: [folder] }] } : {});
  return kept.nianbaoTypst;
}

/**
 * Whoever sets many documents, each of which is set once, lets go of what the compiler remembers of them: 60 MB are of the last ten. What the
 * last one has in common with the next stays.
 */
export function forgetPages(): void {
  // Setting a document is one turn of what it remembers and this is another.
  kept.nianbaoTypst?.evictCache(2);
}

/** What the compiler complains of, as plain sentences. */
export function warningsOf(result: ReturnType<NodeCompiler['compile']>): string[] {
  return (result.takeWarnings()?.shortDiagnostics ?? []).map(messageOf);
}

export function errorsOf(result: ReturnType<NodeCompiler['compile']>): string[] {
  return (result.takeError()?.shortDiagnostics ?? []).map(messageOf);
}

/** The compiler puts what it complains of where Node keeps codes. */
export function thrownBy(error: unknown): string {
  return error instanceof Error ? [error.message, 'code' in error ? error.code : ''].filter(Boolean).join('; ') : String(error);
}

function messageOf(diagnostic: unknown): string {
  return typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic ? String(diagnostic.message) : String(diagnostic);
}
