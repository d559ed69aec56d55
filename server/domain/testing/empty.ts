/** Stands in for `server-only` in tests, where no bundler tells server from browser. */
export {};
