/**
 * `as_words`: a stored text that prints what was typed, character by character, whatever stands in it: what would be read as a token is
 * declared and gets its braces back around it. `{{x}}` is stored as `{{{{=x}}}}`. As it was on the day of the migration.
 */
export function asWords(typed: string): string {
  return typed.replaceAll(/\{\{([^{}]+)\}\}/g, '{{{{=$1}}}}');
}
