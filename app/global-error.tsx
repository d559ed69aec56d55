'use client';

import { useEffect } from 'react';
import { isFromOlderProgram, reloadOnce } from '@/components/shell/newer-program';
import { whatFailed } from '@/components/shell/what-failed';

const reasons = {
  fault: '',
  storage_full: '服务器磁盘已满。The server has no disk space left.',
  unavailable: '数据库暂时不可用。The database cannot be reached now.',
  work_failed: '这一页没有做完，已停止。This page was not made to its end, and was stopped.',
  too_many: '现在排队的事太多，这一页没有排上。Too much waits just now, and this page was not taken.',
};

/** The last page: the frame itself failed, so it stands alone, without styles or the chosen language. One from before an upgrade loads itself anew. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const isOlder = isFromOlderProgram(error);
  const failed = whatFailed(error);
  useEffect(() => {
    if (isOlder) reloadOnce();
  }, [isOlder]);
  return (
    <html lang="zh-CN">
      <body>
        <title>年报 Nianbao</title>
        <main>
          <h1>页面没能打开</h1>
          {failed && <p>{reasons[failed.reason]}</p>}
          <p>已保存的内容都在服务器上；还没送达的修改留在这台电脑上，重新打开后会继续上传。请重试；仍不行时请联系管理员。</p>
          <p lang="en">
            This page could not be opened. What was saved is on the server; what was not yet sent is kept on this computer and goes on its
            way when the page opens again. Try again, or tell the administrator.
          </p>
          {failed && <p>编号 Number: {failed.number}</p>}
          <p>
            <button type="button" onClick={isOlder ? () => window.location.reload() : retry}>
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
