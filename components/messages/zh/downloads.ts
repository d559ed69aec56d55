/** Files that the server makes while somebody waits. */
export const downloads = {
  making: (what: string) => `正在生成文件，好了会自动下载（${what}）。`,
  queued: (what: string, ahead: number) =>
    ahead === 0 ? `排队中，下一个就轮到（${what}）。离开此页即取消。` : `排队中，前面还有 ${ahead} 个文件（${what}）。离开此页即取消。`,
  done: (name: string) => `已下载：${name}`,
};
