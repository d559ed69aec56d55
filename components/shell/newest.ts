/**
 * Of what is begun one after the other only the newest counts: an older answer that comes later is let go.
 *
 * @returns begins one, or none of them; says whether that is still the newest
 */
export function newest(): () => () => boolean {
  let begun = 0;
  return () => {
    begun += 1;
    const own = begun;
    return () => own === begun;
  };
}
