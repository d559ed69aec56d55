import { expect, it } from 'vitest';
import { pageAddresses, pageFolders } from './page-addresses';

it('every page of the desk is weighed', () => {
  expect(Object.keys(pageAddresses).sort()).toEqual(pageFolders());
});
