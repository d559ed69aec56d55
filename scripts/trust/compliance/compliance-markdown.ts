import type { Answer, Requirement } from './asvs';
import type { Clause } from './dengbao';

const words: Record<Answer, string> = { met: '满足 met', na: '不适用 n/a', org: '由单位落实 organisational', not: '不满足 not met' };

/** docs/compliance.md. @param isThere whether a test that is awaited has come */
export function complianceMarkdown(asvs: readonly Requirement[], dengbao: readonly Clause[], isThere: (path: string) => boolean): string {
  const settled = <T extends Requirement | Clause>(row: T): T =>
    row.until && isThere(row.until)
      ? { ...row, answer: 'met', phrase: row.phrase.replace(/，?(随.*建成|尚未建成)$/, ''), place: row.until }
      : row;
  const placeOf = ({ place, until }: { place?: string; until?: string }) => (place ? `\`${place}\`` : until ? `等 awaits ${until}` : '—');
  const requirements = asvs.map(settled);
  const clauses = dengbao.map(settled);
  const counted = (rows: readonly { answer: Answer }[]) =>
    (Object.keys(words) as Answer[]).map((answer) => `${words[answer]} ${rows.filter((row) => row.answer === answer).length}`).join('，');
  const level = (wanted: 1 | 2) => counted(requirements.filter((row) => row.level === wanted));
  return [
    '# 安全要求对照 / Which requirement is met by what',
    '',
    '由程序里的对照表写成，测试核对每一条都在、每个测试都在。满足的指出测试；不满足的照实写。标准原文不在此重复。',
    'Written by `npx tsx scripts/trust/compliance/write.ts`; a test holds ids and paths. The words of the standards are in the standards.',
    '',
    '## OWASP ASVS 5.0.0, L1 + L2',
    '',
    `L1（${requirements.filter((row) => row.level === 1).length} 条）：${level(1)}。L2 另加（${requirements.filter((row) => row.level === 2).length} 条）：${level(2)}。`,
    '',
    '| Id | L | 结论 Answer | 本系统 What there is | 测试 Test |',
    '|---|---|---|---|---|',
    ...requirements.map((row) => `| ${row.id} | ${row.level} | ${words[row.answer]} | ${row.phrase} | ${placeOf(row)} |`),
    '',
    '## 等级保护 GB/T 22239-2019，二级与三级 / levels 2 and 3',
    '',
    `安全计算环境与安全管理中心中与应用有关的 ${clauses.length} 条：${counted(clauses)}。物理环境、通信网络、区域边界、管理制度由单位落实。`,
    '',
    '| 三级 L3 | 二级 L2 | 控制点 Control | 要求（大意） | 结论 Answer | 本系统 What there is | 其余由单位 The rest | 测试 Test |',
    '|---|---|---|---|---|---|---|---|',
    ...clauses.map(
      (row) =>
        `| ${row.ids[0]} | ${row.ids[1] ?? '—'} | ${row.control} | ${row.asks} | ${words[row.answer]} | ${row.phrase} | ${row.rest} | ${placeOf(row)} |`,
    ),
    '',
    '## 两个标准相抵处 / Where the two contradict each other',
    '',
    '| | 等保 | ASVS | 本系统 |',
    '|---|---|---|---|',
    '| 口令字符种类 | 要求 | 6.2.5 禁止要求 | 两套策略，默认 dengbao |',
    '| 口令定期更换 | 要求 | 6.2.10 禁止要求 | 同上 |',
    '| 登录失败锁定 | 锁定 | 6.1.1 不得被人恶意锁住 | 按来源越等越久，不锁账号 |',
    '',
    '## 数据分级 / Data and how it is kept',
    '',
    '| 级 | 有什么 | 怎样保护 |',
    '|---|---|---|',
    '| 秘密 secret | 口令、会话、一次性链接、会话密钥 | 口令 argon2id，链接只存散列，密钥文件 0600；不进日志、备份不含会话、链接与密钥 |',
    '| 人员 personal | 工作人员姓名、登录名、岗位、电话；操作地址 | 按岗位可见；电话只给办公室；地址只给看日志的人；除电话外随日志永久保存 |',
    '| 内部 internal | 未公布的数与文字、批注、操作记录 | 按单位与岗位可见；no-store；日志只增不改；未上传的在本人浏览器里 |',
    '| 公开 public | 定稿的年报 | 带散列与日志头 |',
    '',
    '## 密码技术清单 / Cryptography in use',
    '',
    '| 用途 | 算法 | 实现 | 密钥 |',
    '|---|---|---|---|',
    '| 口令 | argon2id | @node-rs/argon2 | — |',
    '| 会话 Cookie | AES-256-GCM（JWE dir） | next-auth（jose） | NEXTAUTH_SECRET 或数据目录的 session-secret |',
    '| 日志链、快照、定稿、备份清单 | SHA-256 | Node crypto、@noble/hashes | — |',
    '| 会话号、链接、设备标识 | 192 位随机 | Node crypto | — |',
    '| 两步验证的种子 | AES-256-GCM（HKDF） | Node crypto | 由会话密钥导出 |',
    '| 身份提供者的断言 | 验签，PKCE S256 | openid-client | 提供者的公钥 |',
    '| 传输 | TLS | 反向代理 | 单位的证书 |',
    '',
  ].join('\n');
}
