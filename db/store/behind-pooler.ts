/** The address that should lead to PostgreSQL itself leads to a pooler, which may give the connection to somebody else: no lock of a session holds there. */
export class BehindPooler extends Error {
  constructor() {
    super(
      [
        '数据库地址经过连接池（PgBouncer 等），会话锁和通知在那里不可靠。请给出不经过连接池的地址：程序用 DATABASE_DIRECT_URL，命令直接写在后面。',
        'The address of the database leads to a pooler (PgBouncer or another), where no lock of a session and no notice can be relied on. Give the address of the server itself: to the program as DATABASE_DIRECT_URL, to a command in its place.',
      ].join('\n'),
    );
  }
}
