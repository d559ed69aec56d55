/** One file instead of some five hundred modules: it loads in a quarter of the time. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts';
}
