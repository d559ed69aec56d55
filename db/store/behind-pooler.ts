/** The address that should lead to PostgreSQL itself leads to a pooler, which may give the connection to somebody else: no lock of a session holds there. */
export class BehindPooler extends Error {
  constructor() {
    super(
      [
        '数据库地址经过连接池（PgBouncer 等），会话锁和通知在那里不可靠。请用 DATABASE_DIRECT_URL 指定不经过连接池的同一个数据库，再启动。',
        'The address of the database leads to a pooler (PgBouncer or another), where no lock of a session and no notice can be relied on. Set DATABASE_DIRECT_URL to the same database without the pooler between, then start again.',
      ].join('\n'),
    );
  }
}
