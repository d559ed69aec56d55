'use client';

/** The last page: the frame itself failed, so it stands alone, without styles, scripts of ours or the chosen language. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>年报 Nianbao</title>
        <main>
          <h1>页面没能打开</h1>
          <p>问题已记录，已保存的内容不受影响。请重试；仍不行时请联系管理员。</p>
          <p lang="en">The page could not be opened. Nothing saved is lost. Try again, or tell the administrator.</p>
          <p>
            <button type="button" onClick={retry}>
              重试 Try again
            </button>
          </p>
          <p>
            {/* A plain link: the router failed with the frame. */}
            <a href="/">回到首页 Home</a>
          </p>
        </main>
      </body>
    </html>
  );
}
